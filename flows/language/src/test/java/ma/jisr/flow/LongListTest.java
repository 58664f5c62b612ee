package ma.jisr.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.value.Value;
import org.junit.jupiter.api.Test;

class LongListTest {
  /** As many communes as Taroudannt has, with the longest labels that a list shows. */
  private static List<Value.Item> communes(int many) {
    LocalText label =
        LocalText.of(
            Language.FR, "Sidi Abdallah Ou Said Ait", Language.AR, "سيدي عبد الله أو سعيد آيت");
    return IntStream.range(0, many)
        .mapToObj(i -> Value.Item.of("taroudannt.sidi-abdallah-ou-said-" + i, label))
        .toList();
  }

  @Test
  void aLongListComesBackAsItWas() {
    List<Value.Item> items = communes(89);
    Value.Text kept = assertInstanceOf(Value.Text.class, LongList.kept(items));
    assertEquals(items, LongList.items(kept.text()));
  }

  @Test
  void theLongestProvinceStaysFarBelowAPersonsLimit() {
    Value.Text kept = assertInstanceOf(Value.Text.class, LongList.kept(communes(89)));
    int bytes = kept.text().getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < 12_000, bytes + " bytes");
  }

  @Test
  void aPageIsKeptWhole() {
    assertInstanceOf(Value.Items.class, LongList.kept(communes(LongList.PAGE)));
  }
}
