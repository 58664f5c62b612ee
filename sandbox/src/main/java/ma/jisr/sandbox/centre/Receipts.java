package ma.jisr.sandbox.centre;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import ma.jisr.sandbox.smpp.Delivery;
import ma.jisr.sandbox.smpp.Submit;
import org.jsmpp.bean.OptionalParameter;

/** The delivery receipts of the centre (SMPP 3.4, appendix B). */
final class Receipts {
  private static final int RECEIPT = 0x04;
  private static final int ALWAYS = 1;
  private static final int ON_FAILURE = 2;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

  /** What has become of a message, with its words and its message_state (SMPP 3.4, 5.2.28). */
  enum State {
    DELIVRD(2, "000"),
    EXPIRED(3, "027");

    private final int code;
    private final String error;

    State(int code, String error) {
      this.code = code;
      this.error = error;
    }
  }

  private Receipts() {}

  /** Whether the program has asked for a receipt of this outcome. */
  static boolean wanted(Submit submit, State state) {
    int asked = submit.registeredDelivery() & 3;
    return asked == ALWAYS || (asked == ON_FAILURE && state != State.DELIVRD);
  }

  static Delivery receipt(Submit submit, String id, State state, Instant taken, Instant done) {
    String text =
        "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:%s text:"
            .formatted(
                id,
                state == State.DELIVRD ? "001" : "000",
                MINUTE.format(taken),
                MINUTE.format(done),
                state,
                state.error);
    return new Delivery(
        "",
        submit.to(),
        submit.from(),
        RECEIPT,
        0,
        Buffer.buffer(text),
        List.of(
            new OptionalParameter.Receipted_message_id(id),
            new OptionalParameter.Message_state((byte) state.code)));
  }
}
