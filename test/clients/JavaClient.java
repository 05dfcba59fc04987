import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The client of Java's own library with its defaults: it asks every plain connection for an upgrade to HTTP/2. java JavaClient.java URL
 */
public class JavaClient {
  private static final HttpClient client = HttpClient.newHttpClient();

  public static void main(String[] arguments) throws Exception {
    String url = arguments[0];
    expect(send(HttpRequest.newBuilder(URI.create(url + "/health/live")).build()), 200, "live");
    expect(post(url + "/graphql", "application/json", "{\"query\":\"{ activeModel { version } }\"}"), 200, "@");
    String mutation = "{\"query\":\"mutation ($input: ClassifyInput!) { classify(input: $input) { classification { tweet { text } } } }\","
        + "\"variables\":{\"input\":{\"text\":\"J\u2019adore \uD83D\uDE00\",\"entity\":\"Java\"}}}";
    expect(post(url + "/graphql", "application/json", mutation), 200, "J\u2019adore \uD83D\uDE00");
    String form = "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tweets.csv\"\r\nContent-Type: text/csv\r\n\r\n"
        + "id,text\r\n1,fine\r\n\r\n--line--\r\n";
    expect(post(url + "/imports", "multipart/form-data; boundary=line", form), 201, "uploadId");
    askOverWebSocket(URI.create(url.replaceFirst("http", "ws") + "/graphql"));
  }

  private static void askOverWebSocket(URI address) throws Exception {
    LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
    WebSocket.Listener listener = new WebSocket.Listener() {
      @Override
      public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean isLast) {
        received.add(data.toString());
        socket.request(1);
        return null;
      }
    };
    WebSocket socket = client.newWebSocketBuilder().subprotocols("graphql-transport-ws").buildAsync(address, listener).get();
    socket.sendText("{\"type\":\"connection_init\"}", true).get();
    expect(String.valueOf(received.poll(30, TimeUnit.SECONDS)), "connection_ack");
    socket.sendText("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ version }\"}}", true).get();
    expect(String.valueOf(received.poll(30, TimeUnit.SECONDS)), "\"next\"");
    socket.abort();
  }

  private static HttpResponse<String> post(String url, String type, String body) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", type).POST(BodyPublishers.ofString(body)).build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  private static void expect(HttpResponse<String> response, int status, String part) {
    if (response.statusCode() != status) throw new AssertionError(response.statusCode() + " " + response.body());
    expect(response.body(), part);
  }

  private static void expect(String text, String part) {
    if (!text.contains(part)) throw new AssertionError(text);
  }
}
