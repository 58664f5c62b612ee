package ma.jisr.service.challenges.file;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;

/**
 * A challenge's questions in one language as one cell: in their order, with {@code |} between them;
 * one that is missing in the language leaves its place empty. A {@code |} or {@code \} of a
 * question has a {@code \} before it.
 */
final class QuestionCell {
  private static final char BETWEEN = '|';
  private static final char ESCAPE = '\\';

  private QuestionCell() {}

  /** "" when none has this language. */
  static String write(List<LocalText> questions, Language language) {
    List<String> texts = new ArrayList<>();
    for (LocalText question : questions)
      texts.add(question.byLanguage().getOrDefault(language, ""));
    return write(texts);
  }

  static String write(List<String> texts) {
    int last = texts.size();
    while (last > 0 && texts.get(last - 1).isEmpty()) last--;
    StringBuilder cell = new StringBuilder();
    for (int i = 0; i < last; i++) {
      if (i > 0) cell.append(' ').append(BETWEEN).append(' ');
      for (char c : texts.get(i).toCharArray()) {
        if (c == BETWEEN || c == ESCAPE) cell.append(ESCAPE);
        cell.append(c);
      }
    }
    return cell.toString();
  }

  /** The texts of a cell, "" where one is missing; none of an empty cell. */
  static List<String> read(String cell) {
    List<String> texts = new ArrayList<>();
    if (cell.isEmpty()) return texts;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      char next = i + 1 < cell.length() ? cell.charAt(i + 1) : ' ';
      if (c == ESCAPE && (next == BETWEEN || next == ESCAPE)) {
        text.append(next);
        i++;
      } else if (c == BETWEEN) {
        texts.add(text.toString().strip());
        text.setLength(0);
      } else text.append(c);
    }
    texts.add(text.toString().strip());
    return texts;
  }
}
