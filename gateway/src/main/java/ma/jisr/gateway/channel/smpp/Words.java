package ma.jisr.gateway.channel.smpp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import ma.jisr.base.Msisdn;
import org.jspecify.annotations.Nullable;

/**
 * What makes two short messages the same to whoever compares them: source, and the octets of
 * destination, esm_class, coding, user_message_reference (SMPP 3.4 5.3.2.17) and text. Holds
 * personal data: {@link #toString()} shows none.
 *
 * @param from the sender, E.164 digits
 * @param octets of the rest
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content, below
record Words(String from, byte[] octets) {
  private static final byte[] NONE = {};

  static Words of(Deliver deliver, Msisdn from) {
    byte[] to = deliver.to().getBytes(StandardCharsets.ISO_8859_1);
    byte[] given = deliver.reference();
    byte[] reference = given == null ? NONE : given;
    byte[] octets = new byte[to.length + reference.length + deliver.body().length + 4];
    ByteBuffer.wrap(octets)
        .put(to)
        .put((byte) 0)
        .put((byte) deliver.esmClass())
        .put((byte) deliver.dataCoding())
        .put((byte) reference.length)
        .put(reference)
        .put(deliver.body());
    return new Words(from.digits(), octets);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Words words
        && from.equals(words.from)
        && Arrays.equals(octets, words.octets);
  }

  @Override
  public int hashCode() {
    return 31 * from.hashCode() + Arrays.hashCode(octets);
  }

  @Override
  public String toString() {
    return "Words[hidden]";
  }
}
