package ma.jisr.sandbox.centre;

/** The message ids of the centre: eight hexadecimal digits, counted up. */
final class MessageIds {
  private int last;

  String next() {
    last++;
    return "%08X".formatted(last);
  }
}
