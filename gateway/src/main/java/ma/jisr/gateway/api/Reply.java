package ma.jisr.gateway.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/**
 * Writes answers.
 *
 * @param always the headers that every answer has
 */
record Reply(Map<String, String> always) {
  private static final int NOT_MODIFIED = 304;

  /** A response that the client has given up is not written any more. */
  void write(HttpServerRequest request, Answer answer) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) return;
    always.forEach(response::putHeader);
    answer.headers().forEach(response::putHeader);
    // What is still to come of a body that nobody reads must not be taken for the next request.
    if (!request.isEnded()) {
      response.putHeader("connection", "close");
      request.resume();
    }
    Buffer body = Buffer.buffer(answer.body());
    boolean head = request.method().equals(HttpMethod.HEAD);
    boolean asked = head || request.method().equals(HttpMethod.GET);
    boolean good = answer.status() < 300 && answer.events().isEmpty();
    if (good && (answer.tag().isPresent() || asked)) {
      String tag = answer.tag().orElseGet(() -> ETag.of(body.getBytes()));
      response.putHeader("etag", tag);
      String known = request.getHeader("if-none-match");
      if (asked && known != null && ETag.noneMatchNames(known, tag)) {
        var unused = response.setStatusCode(NOT_MODIFIED).end();
        return;
      }
    }
    response.setStatusCode(answer.status());
    if (body.length() > 0 || answer.status() != 204) {
      response.putHeader("content-type", answer.type());
      // The head of a stream, which has no length.
      if (answer.events().isEmpty())
        response.putHeader("content-length", Integer.toString(body.length()));
    }
    var unused = head || body.length() == 0 ? response.end() : response.end(body);
  }

  void write(HttpServerRequest request, Problem problem) {
    write(request, Answer.problem(problem));
  }

  /** One that may be tried again. */
  void write(HttpServerRequest request, Problem problem, long seconds) {
    write(request, Answer.problem(problem).header("retry-after", Long.toString(seconds)));
  }
}
