"""Python's gql: the schema and queries over the WebSocket, and queries by POST."""
import asyncio
import sys

from gql import Client, gql
from gql.transport.requests import RequestsHTTPTransport
from gql.transport.websockets import WebsocketsTransport

url = sys.argv[1]
query = gql("query ($first: Int!) { entities(first: $first) { nodes { name } } }")

# Its queries by GET have a body in place of an address, which HTTP gives no meaning, so only POST is tried.
with Client(transport=RequestsHTTPTransport(f"{url}/graphql"), fetch_schema_from_transport=True) as session:
    query.variable_values = {"first": 2}
    assert len(session.execute(query)["entities"]["nodes"]) == 2


async def over_websocket() -> None:
    transport = WebsocketsTransport(url=f"{url.replace('http', 'ws')}/graphql", subprotocols=["graphql-transport-ws"])
    async with Client(transport=transport, fetch_schema_from_transport=True) as session:
        assert len((await session.execute(query))["entities"]["nodes"]) == 2
        events = session.subscribe(gql('subscription { sentimentChanged(entity: "Xbox") { start } }'))
        # Nothing changes, so the subscription only has to be accepted.
        try:
            await asyncio.wait_for(events.__anext__(), 1)
        except asyncio.TimeoutError:
            pass


asyncio.run(over_websocket())
