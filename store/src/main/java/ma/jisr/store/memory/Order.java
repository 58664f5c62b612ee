package ma.jisr.store.memory;

import java.util.Comparator;

/** The order of keys and ids: numbers before texts, texts by code point, as in UTF-8. */
final class Order {
  static final Comparator<String> TEXTS = Order::texts;

  private Order() {}

  static int keys(Object one, Object two) {
    if (one instanceof Long a && two instanceof Long b) return Long.compare(a, b);
    if (one instanceof String a && two instanceof String b) return texts(a, b);
    return one instanceof Long ? -1 : 1;
  }

  /** UTF-16 sorts surrogates before U+E000: not so code points. */
  private static int texts(String one, String two) {
    int end = Math.min(one.length(), two.length());
    for (int i = 0; i < end; i++) {
      char a = one.charAt(i);
      char b = two.charAt(i);
      if (a == b) continue;
      boolean far = Character.isSurrogate(a);
      return far == Character.isSurrogate(b) ? Character.compare(a, b) : far ? 1 : -1;
    }
    return Integer.compare(one.length(), two.length());
  }
}
