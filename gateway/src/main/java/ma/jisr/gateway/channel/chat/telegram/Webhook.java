package ma.jisr.gateway.channel.chat.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.http.message.provider.Json;

/**
 * A bot that is called: it tells Telegram where, each time that it starts, since a new secret is
 * known to nobody else. Nodes that start one after another say the same. When it stops, nothing is
 * taken back: what people say meanwhile is kept for a day and brought when somebody answers.
 */
final class Webhook implements Hearing {
  private final Loop loop;
  private final Api api;
  private final TelegramLink.Called called;
  private final Trouble trouble;
  private boolean stopped;

  Webhook(Loop loop, Api api, TelegramLink.Called called, Trouble trouble) {
    this.loop = loop;
    this.api = api;
    this.called = called;
    this.trouble = trouble;
  }

  @Override
  public Trouble trouble() {
    return trouble;
  }

  @Override
  public void start() {
    if (stopped) return;
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("url", called.url().toString());
    body.put("secret_token", called.secret().value());
    body.put("max_connections", called.connections());
    body.set("allowed_updates", Json.MAPPER.valueToTree(Update.ALLOWED));
    var unused =
        api.ask("setWebhook", body).onComplete(told -> loop.execute(() -> told(told.result())));
  }

  private void told(Api.Told told) {
    if (stopped) return;
    switch (told) {
      case Api.Told.Done ignored -> trouble.over();
      case Api.Told.Failed failed -> loop.after(trouble.with("setWebhook", failed), this::start);
    }
  }

  @Override
  public Future<Void> stop() {
    stopped = true;
    return api.close();
  }
}
