package ma.jisr.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import ma.jisr.sandbox.phone.Phone;
import ma.jisr.sandbox.phone.UssdScreen;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One dialogue by USSD and one by SMS, over a real socket. */
class FirstThreadTest {
  @TempDir Path folder;

  @Test
  void aDialogueByUssd() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      var first = phone.dial("*585*1#");
      DeliverSm begin = esme.take();
      assertEquals("USSD", begin.getServiceType());
      assertEquals("212661000001", begin.getSourceAddr());
      assertEquals("585", begin.getDestAddress());
      assertEquals("*585*1#", text(begin));
      assertEquals(1, op(begin));

      assertEquals(0, esme.screen(begin, 2, "Where?").status());
      UssdScreen asked = Worlds.wait(first);
      assertEquals("Where?", asked.text());
      assertEquals("6 of 182 septets", asked.size());
      assertTrue(asked.open());

      var second = phone.answer("amizmiz");
      DeliverSm answer = esme.take();
      assertEquals("amizmiz", text(answer));
      assertEquals(18, op(answer));

      assertEquals(0, esme.screen(answer, 17, "Cafe Atlas.").status());
      assertFalse(Worlds.wait(second).open());
      assertEquals("Cafe Atlas.", phone.screen().orElseThrow().text());
      assertEquals(List.of(), world.sandbox.centre().complaints());
    }
  }

  @Test
  void aQuestionBySms() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      var sent = phone.sms("2121", "wifi amizmiz");
      DeliverSm question = esme.take();
      assertEquals("wifi amizmiz", text(question));
      assertEquals("2121", question.getDestAddress());
      assertEquals(1, Worlds.wait(sent));

      var reply =
          esme.submit(
              "2121",
              question.getSourceAddr(),
              0,
              0,
              "Cafe Atlas.".getBytes(StandardCharsets.US_ASCII));
      assertEquals(0, reply.status());
      DeliverSm receipt = esme.take();
      assertTrue(receipt.isSmscDeliveryReceipt());
      assertTrue(text(receipt).startsWith("id:" + reply.messageId() + " "));
      assertEquals("Cafe Atlas.", Worlds.wait(phone.nextSms()).text());
      assertEquals(1, phone.inbox().size());
    }
  }

  private static String text(DeliverSm sm) {
    return new String(sm.getShortMessage(), StandardCharsets.US_ASCII);
  }

  private static int op(DeliverSm sm) {
    return ((OptionalParameter.Byte) sm.getOptionalParameter(Tag.USSD_SERVICE_OP)).getValue()
        & 0xFF;
  }
}
