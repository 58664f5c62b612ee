package ma.jisr.map.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import ma.jisr.map.exchange.sheet.Cells;

/**
 * CSV as every spreadsheet opens it: UTF-8 with a byte order mark, semicolons, which a French or
 * Arabic one expects and an English one finds out.
 */
final class Csv implements AutoCloseable {
  private static final char SEPARATOR = ';';
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What a spreadsheet takes for a number is no formula, and needs no guard. */
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}([.,]\\d{1,18})?");

  private final StringWriter text = new StringWriter();
  private final CsvWriter rows;

  Csv() {
    text.write(BYTE_ORDER_MARK);
    rows =
        CsvWriter.builder().fieldSeparator(SEPARATOR).lineDelimiter(LineDelimiter.CRLF).build(text);
  }

  /** A row of texts, each guarded where a spreadsheet would run it. */
  void row(List<String> texts) {
    rows.writeRecord(texts.stream().map(Csv::cell).toList());
  }

  private static String cell(String text) {
    return NUMBER.matcher(text).matches() ? text : Cells.cell(text);
  }

  byte[] bytes() {
    close();
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
