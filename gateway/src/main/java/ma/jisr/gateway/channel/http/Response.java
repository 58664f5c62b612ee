package ma.jisr.gateway.channel.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;

/** The answer to one request; written on the loop of its connection. */
final class Response implements Door.Answer {
  private final Context loop;
  private final HttpServerRequest request;
  private boolean given;

  Response(Context loop, HttpServerRequest request) {
    this.loop = loop;
    this.request = request;
  }

  /** Whether it has been answered. On the loop. */
  boolean given() {
    return given;
  }

  @Override
  public void whenGone(Runnable gone) {
    loop.runOnContext(
        nothing -> {
          HttpServerResponse response = request.response();
          if (response.closed() && !given) gone.run();
          else
            response.closeHandler(
                closed -> {
                  if (!given) gone.run();
                });
        });
  }

  @Override
  public void give(Reply reply, Consumer<Boolean> written) {
    loop.runOnContext(nothing -> write(reply, written));
  }

  private void write(Reply reply, Consumer<Boolean> written) {
    HttpServerResponse response = request.response();
    if (given || response.closed() || response.ended()) {
      written.accept(false);
      return;
    }
    given = true;
    response
        .setStatusCode(reply.status())
        .putHeader("content-type", reply.type())
        .putHeader("cache-control", "no-store")
        .end(Buffer.buffer(reply.body()))
        .onComplete(done -> written.accept(done.succeeded()));
  }

  /**
   * Answers before the request is read: what is still to come of it is dropped. Who closes on
   * somebody who is sending resets the connection, and the answer with it.
   */
  void refuse(Reply reply) {
    if (given) return;
    HttpServerResponse response = request.response();
    if (!request.isEnded()) {
      response.putHeader("connection", "close");
      request.handler(piece -> {}).endHandler(nothing -> request.connection().close());
      request.resume();
    }
    write(reply, written -> {});
  }
}
