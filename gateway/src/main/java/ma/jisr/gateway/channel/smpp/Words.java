package ma.jisr.gateway.channel.smpp;

import java.nio.ByteBuffer;
import ma.jisr.base.Msisdn;
import org.jspecify.annotations.Nullable;

/**
 * What makes two short messages the same to whoever compares them: source, destination, coding,
 * octets and the sender's reference. Holds personal data: {@link #toString()} shows none.
 *
 * @param from the sender, E.164 digits
 * @param to destination_addr
 * @param esmClass message mode, type and features
 * @param dataCoding alphabet
 * @param body octets as on the wire
 * @param reference user_message_reference (SMPP 3.4 5.3.2.17); null where there is none
 */
record Words(
    String from,
    String to,
    int esmClass,
    int dataCoding,
    ByteBuffer body,
    @Nullable ByteBuffer reference) {
  static Words of(Deliver deliver, Msisdn from) {
    byte[] reference = deliver.reference();
    return new Words(
        from.digits(),
        deliver.to(),
        deliver.esmClass(),
        deliver.dataCoding(),
        ByteBuffer.wrap(deliver.body()),
        reference == null ? null : ByteBuffer.wrap(reference));
  }

  @Override
  public String toString() {
    return "Words[hidden]";
  }
}
