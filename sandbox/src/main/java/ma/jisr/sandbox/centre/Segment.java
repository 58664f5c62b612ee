package ma.jisr.sandbox.centre;

import ma.jisr.sandbox.alphabet.Alphabet;
import ma.jisr.sandbox.alphabet.DataCoding;
import ma.jisr.sandbox.smpp.Submit;

/**
 * An SMS on its way to a phone.
 *
 * @param from the code that sent it
 * @param text characters of this part
 * @param alphabet that carries it
 * @param reference of the concatenated message
 * @param total its parts; 1 when it is whole
 * @param number of this part, from 1
 * @param carried segments over the air that this one stands for: more than 1 only when the centre
 *     has to cut a message_payload
 */
record Segment(
    String from,
    String text,
    Alphabet alphabet,
    int reference,
    int total,
    int number,
    int carried) {
  /** The most segments that the centre cuts a message_payload into. */
  static final int CARRIED = 10;

  private static final int OCTETS = 140;

  /**
   * The segment of a submit_sm.
   *
   * @throws IllegalArgumentException when it cannot be read, or does not fit into 140 octets
   */
  static Segment of(Submit submit) {
    UserData data = UserData.of(submit);
    DataCoding read = DataCoding.read(submit.dataCoding(), data.text().getBytes());
    int units = read.alphabet().units(read.text());
    int room = room(read.alphabet(), data.header());
    int carried = units <= room ? 1 : read.alphabet().parts(read.text()).size();
    boolean cut = submit.payload() && data.header() == 0 && data.total() == 1;
    if (carried > CARRIED || (carried > 1 && !cut)) {
      throw new IllegalArgumentException(
          units + " " + read.alphabet().unit() + ", of which " + room + " fit");
    }
    return new Segment(
        submit.from(),
        read.text(),
        read.alphabet(),
        data.reference(),
        data.total(),
        data.number(),
        carried);
  }

  /** The units that fit beside a header; septets begin at a septet boundary after it. */
  private static int room(Alphabet alphabet, int header) {
    return alphabet == Alphabet.UCS2 ? (OCTETS - header) / 2 : (OCTETS - header) * 8 / 7;
  }

  @Override
  public String toString() {
    return "Segment[" + number + " of " + total + "]";
  }
}
