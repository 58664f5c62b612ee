package ma.jisr.flow.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ma.jisr.base.text.TextFold;
import org.junit.jupiter.api.Test;

class NamesTest {
  /** Far more than are remembered, each asked for twice, with some that fall into one slot. */
  @Test
  void everyNameIsComparedAsItFolds() {
    Names names = new Names();
    for (int round = 0; round < 2; round++)
      for (int i = 0; i < 3 * Names.SLOTS; i++) {
        String name = (i % 2 == 0 ? "Aït Melloul " : "أيت ملول ") + i;
        assertEquals(TextFold.command(name), names.of(name));
      }
    assertEquals(names.of("Aa"), names.of("AA"));
    assertEquals("bb", names.of("BB")); // "Aa" and "BB" have one hash code
    assertEquals("aa", names.of("Aa"));
    String long101 = "É".repeat(Names.LONGEST + 1);
    assertEquals("e".repeat(Names.LONGEST + 1), names.of(long101));
  }
}
