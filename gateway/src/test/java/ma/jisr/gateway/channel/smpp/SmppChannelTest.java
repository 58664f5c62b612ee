package ma.jisr.gateway.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Sent;
import org.junit.jupiter.api.Test;

/** The first thread: bind, a message in, a message out, a dialogue, and the end of it all. */
class SmppChannelTest {
  @Test
  void bindsAsTheSettingsSay() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.accept()) {
      Peer.Pdu bind = line.read(Peer.BIND_TRANSCEIVER);
      // "jisr", "secret", no system type, version 3.4, no ton, no npi, no range
      assertEquals("6a69737200" + "73656372657400" + "00" + "34" + "00" + "00" + "00", bind.hex());
      assertFalse(rig.channel.up());
      line.write(Peer.BIND_TRANSCEIVER | Peer.RESPONSE, 0, bind.sequence(), "736d736300");
      line.write(Peer.ENQUIRE, 0, 77, "");
      assertEquals(77, line.read(Peer.ENQUIRE | Peer.RESPONSE).sequence());
      assertTrue(rig.channel.up());
    }
  }

  @Test
  void aMessageIsAnsweredOnlyWhenItWasAccepted() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 41, Bodies.sms("wifi amizmiz"));
      Inbox.Item item = rig.inbox.next();
      assertEquals("wifi amizmiz", item.inbound().text());
      assertEquals("2121", item.inbound().code());
      assertEquals(Bodies.PERSON, item.inbound().from().value());
      assertEquals(Inbound.Act.MESSAGE, item.inbound().act());
      // Whatever came between is answered first: the deliver_sm is not, before it is accepted.
      line.write(Peer.ENQUIRE, 0, 42, "");
      assertEquals(42, line.read(Peer.ENQUIRE | Peer.RESPONSE).sequence());
      item.acknowledgement().accepted();
      item.acknowledgement().busy(); // the second word counts for nothing
      Peer.Pdu response = line.read(Peer.DELIVER | Peer.RESPONSE);
      assertEquals(41, response.sequence());
      assertEquals(0, response.status());
      assertEquals("00", response.hex()); // message_id is empty, SMPP 3.4 4.6.2
    }
  }

  @Test
  void whatWasNotKeptIsRefusedAsThrottled() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 5, Bodies.sms("1"));
      rig.inbox.next().acknowledgement().busy();
      assertEquals(0x58, line.read(Peer.DELIVER | Peer.RESPONSE).status());
    }
  }

  @Test
  void aTextGoesOutAndItsIdComesBack() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      rig.awaitUp();
      CompletableFuture<Sent> sent = rig.sms("Cafe a 2 km");
      Peer.Pdu submit = line.read(Peer.SUBMIT);
      assertEquals(
          "00" // service_type
              + "0001"
              + Bodies.ascii("2121")
              + "00"
              + "0101"
              + Bodies.ascii(Bodies.PERSON)
              + "00"
              + "000000"
              + "00"
              + "00" // esm_class, protocol_id, priority, no times
              + "01"
              + "00"
              + "00"
              + "00" // receipt wanted, no replace, data_coding 0
              + "0b"
              + Bodies.ascii("Cafe a 2 km"),
          submit.hex());
      line.taken(submit, "000A1");
      assertEquals(new Sent.Taken(List.of("a1")), Rig.outcome(sent));
    }
  }

  @Test
  void aDialogueBeginsAsksAndEnds() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 1, Bodies.ussd(1, "*585#", 9));
      Inbound begin = rig.inbox.accepted();
      assertEquals(Inbound.Act.BEGIN, begin.act());
      assertEquals("*585#", begin.text());
      line.read(Peer.DELIVER | Peer.RESPONSE);

      String dialogue = begin.dialogue();
      CompletableFuture<Sent> asked = rig.screen(dialogue, "1 Wifi");
      Peer.Pdu ask = line.read(Peer.SUBMIT);
      assertTrue(ask.has("0501000102"), ask.hex()); // USSR request
      assertTrue(ask.has("138300020900"), ask.hex()); // the session as it came
      assertTrue(ask.hex().startsWith(Bodies.ascii("USSD") + "00"), ask.hex());
      line.taken(ask, "1");
      assertInstanceOf(Sent.Taken.class, Rig.outcome(asked));

      line.write(Peer.DELIVER, 0, 2, Bodies.ussd(18, "1", 9));
      Inbound answer = rig.inbox.accepted();
      assertEquals(Inbound.Act.ANSWER, answer.act());
      assertEquals(dialogue, answer.dialogue());
      line.read(Peer.DELIVER | Peer.RESPONSE);

      CompletableFuture<Sent> ended = rig.last(dialogue, "Merci");
      Peer.Pdu end = line.read(Peer.SUBMIT);
      assertTrue(end.has("0501000111"), end.hex()); // PSSR response
      line.taken(end, "2");
      assertInstanceOf(Sent.Taken.class, Rig.outcome(ended));
      assertInstanceOf(Sent.Unseen.class, Rig.outcome(rig.screen(dialogue, "too late")));
    }
  }

  @Test
  void drainingSaysUnbind() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      rig.awaitUp();
      CompletableFuture<Void> drained = rig.channel.drain();
      Peer.Pdu unbind = line.read(Peer.UNBIND);
      line.write(Peer.UNBIND | Peer.RESPONSE, 0, unbind.sequence(), "");
      drained.get(20, TimeUnit.SECONDS);
      assertFalse(rig.channel.up());
    }
  }
}
