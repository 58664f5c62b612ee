package ma.jisr.store;

import ma.jisr.store.StoreException.Kind;

/**
 * The last document of a page, as the opaque text that continues behind it. For engines; callers
 * only hand it back.
 *
 * @param sort its sort value: String, Long or Double
 * @param id its id, which orders documents of one sort value
 */
public record Cursor(Object sort, String id) {
  /** {@code L17 id}, {@code D1.5 id} or {@code S3 abcid}. */
  public String text() {
    return switch (sort) {
      case String text -> "S" + text.length() + " " + text + id;
      case Double number -> "D" + number + " " + id;
      default -> "L" + sort + " " + id;
    };
  }

  /** Reads {@link #text()} back. */
  public static Cursor of(String text) {
    int space = text.indexOf(' ');
    try {
      if (space < 2) throw new NumberFormatException();
      String head = text.substring(1, space);
      String rest = text.substring(space + 1);
      Cursor cursor =
          switch (text.charAt(0)) {
            case 'L' -> new Cursor(Long.valueOf(head), rest);
            case 'D' -> new Cursor(Double.valueOf(head), rest);
            case 'S' -> {
              int length = Integer.parseInt(head);
              yield new Cursor(rest.substring(0, length), rest.substring(length));
            }
            default -> throw new NumberFormatException();
          };
      Catalog.checkId(cursor.id());
      return cursor;
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new StoreException(Kind.INVALID, "not a cursor of this store", e);
    }
  }
}
