"""Amazon's Python client with the address of this server."""
import sys

import boto3
from botocore.config import Config

comprehend = boto3.client(
    "comprehend",
    endpoint_url=sys.argv[1],
    region_name="us-east-1",
    aws_access_key_id="any",
    aws_secret_access_key="any",
    config=Config(retries={"max_attempts": 1}),
)

TEXT = "\U0001f600 I love Netflix, but Café Río is garbage"
entities = comprehend.detect_targeted_sentiment(Text=TEXT, LanguageCode="en")["Entities"]
found = [(m["Text"], m["MentionSentiment"]["Sentiment"]) for e in entities for m in e["Mentions"]]
assert found == [("Netflix", "POSITIVE"), ("Café Río", "NEGATIVE")], found
for entity in entities:
    for mention in entity["Mentions"]:
        # Python counts code points.
        assert TEXT[mention["BeginOffset"] : mention["EndOffset"]] == mention["Text"], mention

batch = comprehend.batch_detect_targeted_sentiment(TextList=["nothing", "x" * 5001, "I hate Sony"], LanguageCode="en")
assert [result["Index"] for result in batch["ResultList"]] == [0, 2], batch
assert [error["Index"] for error in batch["ErrorList"]] == [1], batch

try:
    comprehend.detect_targeted_sentiment(Text="x" * 5001, LanguageCode="en")
    raise AssertionError("a long text was accepted")
except comprehend.exceptions.TextSizeLimitExceededException as error:
    assert "5001" in str(error), error
