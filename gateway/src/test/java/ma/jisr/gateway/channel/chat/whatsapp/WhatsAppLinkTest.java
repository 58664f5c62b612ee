package ma.jisr.gateway.channel.chat.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.flow.Urgency;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Sent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A link to WhatsApp over real sockets, both ways. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatsAppLinkTest {
  private final Meta meta = new Meta();

  @BeforeEach
  void open() {
    meta.open(Duration.ofMillis(20));
  }

  @AfterAll
  void over() {
    meta.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hub.mode=subscribe&hub.challenge=42&hub.verify_token=a-word-of-our-own  | 200 | 42
          hub.mode=subscribe&hub.challenge=42&hub.verify_token=another-word-of-it | 401 | ''
          hub.mode=subscribe&hub.challenge=42                                     | 401 | ''
          hub.mode=subscribe&hub.verify_token=a-word-of-our-own                   | 400 | ''
          hub.mode=else&hub.challenge=42&hub.verify_token=a-word-of-our-own       | 400 | ''
          """)
  void anAddressIsAskedBeforeItIsCalled(String query, int status, String body) throws Exception {
    HttpResponse<String> answer =
        meta.client.send(
            HttpRequest.newBuilder(meta.door("?" + query)).build(), BodyHandlers.ofString());
    assertEquals(status, answer.statusCode());
    assertEquals(body, answer.body());
  }

  @Test
  void whatIsNotSignedIsNotHeard() throws Exception {
    String body = meta.call("w1", "wifi");
    assertEquals(401, meta.called(body, null));
    assertEquals(401, meta.called(body, "sha256=" + "0".repeat(64)));
    assertEquals(401, meta.called(body + " ", Meta.signature(body)), "another body's");
    assertEquals(401, meta.called(body, Meta.signature(body).substring(7)), "without its prefix");
    assertEquals(400, meta.called("{}", Meta.signature("{}")));
    assertTrue(meta.heard.isEmpty());
    HttpRequest asking =
        HttpRequest.newBuilder(meta.door("?hub.verify_token=" + Meta.VERIFY_TOKEN))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    assertEquals(401, meta.client.send(asking, BodyHandlers.ofString()).statusCode());
  }

  @Test
  void severalInTheirOrderAndAgainUnderTheSameNames() throws Exception {
    String body = meta.call("w1", "wifi", "w2", "amizmiz");
    meta.busy = true;
    assertEquals(429, meta.signed(body));
    meta.busy = false;
    assertEquals(200, meta.signed(body));
    Inbound first = meta.heard();
    assertEquals("wifi", first.text());
    assertEquals(new Address("wa", "212661000001"), first.from());
    assertEquals("wa-w1", first.id());
    assertEquals("15551234567", first.code());
    assertEquals(Assurance.CLAIMED, first.assurance());
    assertEquals("amizmiz", meta.heard().text());
    assertEquals(200, meta.signed(body), "a repetition or a replay");
    assertEquals("wa-w1", meta.heard().id());
    assertEquals("wa-w2", meta.heard().id());
  }

  @Test
  void whatIsOldIsAReplay() throws Exception {
    String old =
        meta.call("w1", "wifi").replace(Long.toString(meta.now.getEpochSecond()), "1749000000");
    assertEquals(200, meta.signed(old));
    assertTrue(meta.heard.isEmpty());
    assertTrue(meta.counted.contains("http.ignored [wa, stale]"), meta.counted.toString());
  }

  @Test
  void longCallsAreHeardAndTooLongOnesAreNot() throws Exception {
    String body = meta.call("w1", "x".repeat(1_000_000));
    assertEquals(200, meta.signed(body));
    assertEquals(4_096, meta.heard().text().length());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), meta.port())) {
      String head = "POST /links/wa HTTP/1.1\r\nHost: x\r\nContent-Length: 3145729\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      byte[] status = socket.getInputStream().readNBytes(12);
      assertEquals("HTTP/1.1 413", new String(status, UTF_8));
    }
  }

  @Test
  void aMessageAndItsFate() throws Exception {
    meta.answers(aResponse().withStatus(200).withBody("{\"messages\":[{\"id\":\"wamid.1\"}]}"));
    assertEquals(new Sent.Taken(List.of("wamid.1")), meta.channel().send(message(meta.now)).join());
    meta.platform.verify(
        postRequestedFor(urlPathEqualTo(Meta.PATH))
            .withHeader("Authorization", equalTo("Bearer the-token")));
    assertEquals(200, meta.signed(failed(131026)));
    Receipt receipt = meta.receipts.poll(5, TimeUnit.SECONDS);
    assertEquals(Receipt.State.UNDELIVERABLE, receipt.state());
    assertEquals("131026", receipt.error());
    assertEquals("wamid.1", receipt.names().getFirst().id());
  }

  /** Meta has taken it, and finds later that the 24 hours are over. */
  @Test
  void whatFailsLateIsCountedByItsReasonAndNotSentAgain() throws Exception {
    meta.answers(aResponse().withStatus(200).withBody("{\"messages\":[{\"id\":\"wamid.1\"}]}"));
    assertEquals(new Sent.Taken(List.of("wamid.1")), meta.channel().send(message(meta.now)).join());
    assertEquals(200, meta.signed(failed(131047)));
    assertEquals(200, meta.signed(failed(987654)));
    assertEquals("131047", meta.receipts.poll(5, TimeUnit.SECONDS).error());
    assertEquals(
        List.of("http.undelivered [wa, re-engagement]", "http.undelivered [wa, other]"),
        List.copyOf(meta.counted));
    meta.platform.verify(exactly(1), anyRequestedFor(anyUrl()));
  }

  private static String failed(int code) {
    String status =
        "{'object':'whatsapp_business_account','entry':[{'changes':[{'field':'messages','value':"
            + "{'metadata':{'phone_number_id':'77'},'statuses':[{'id':'wamid.1','status':'failed',"
            + "'errors':[{'code':"
            + code
            + "}]}]}}]}]}";
    return status.replace('\'', '"');
  }

  @Test
  void nothingIsSentToWhomeverHasNotWrittenForADay() {
    assertEquals(new Sent.Refused(WhatsApp.CLOSED), meta.channel().send(message(null)).join());
    meta.platform.verify(exactly(0), anyRequestedFor(anyUrl()));
    assertTrue(
        meta.counted.contains("http.barred [wa, 24-hour window closed]"), meta.counted.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          429 | Too many requests
          400 | {"error":{"code":130429}}
          """)
  void whoThrottlesIsAskedAgain(int status, String body) {
    meta.first(
        aResponse().withStatus(status).withHeader("Retry-After", "0").withBody(body),
        "{\"messages\":[{\"id\":\"wamid.2\"}]}");
    assertEquals(new Sent.Taken(List.of("wamid.2")), meta.channel().send(message(meta.now)).join());
    meta.platform.verify(exactly(2), anyRequestedFor(anyUrl()));
  }

  @Test
  void aTokenThatHasRunOutLosesNothing() throws Exception {
    meta.first(
        aResponse().withStatus(401).withBody("{\"error\":{\"code\":190}}"),
        "{\"messages\":[{\"id\":\"wamid.3\"}]}");
    assertEquals(new Sent.Held("token"), meta.channel().send(message(meta.now)).join());
    assertTrue(meta.counted.contains("http.locked-out [wa, token]"), meta.counted.toString());
    assertEquals("wa", meta.ready.poll(5, TimeUnit.SECONDS), "it is tried again");
    assertTrue(meta.channel().up());
    assertEquals(new Sent.Taken(List.of("wamid.3")), meta.channel().send(message(meta.now)).join());
  }

  @Test
  void whileItIsLockedOutPeopleAreHeard() throws Exception {
    meta.open(Duration.ofHours(1));
    meta.answers(aResponse().withStatus(401).withBody("{\"error\":{\"code\":190}}"));
    assertEquals(new Sent.Held("token"), meta.channel().send(message(meta.now)).join());
    assertFalse(meta.channel().up());
    assertEquals("is not let in by its provider: token", meta.channel().state());
    assertEquals(new Sent.Held("link down"), meta.channel().send(message(meta.now)).join());
    assertEquals(200, meta.signed(meta.call("w9", "salam")));
    assertEquals("salam", meta.heard().text());
  }

  private static Outbound message(@Nullable Instant heard) {
    return new Outbound(
        "m1",
        "p",
        Outbound.Kind.MESSAGE,
        Urgency.REPLY,
        new Address("wa", "212661000001"),
        "15551234567",
        "salam",
        null,
        Instant.MAX,
        Instant.MAX,
        0,
        List.of(),
        heard);
  }
}
