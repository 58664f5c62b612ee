package ma.jisr.map.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import ma.jisr.map.exchange.sheet.BadSheetException;
import org.junit.jupiter.api.Test;

/** The report on a file, and the report as a file. */
final class ReportTest {
  private static final String FILE =
      """
      OBJECTID;nom;latitude;longitude;autre
      7;Café;31,6;-7,9;=1+1
      8;Poste;-7,8;31,7;'=x
      9;Gare;48,8;2,3;
      """;

  private final Desk desk = new Desk();

  @Test
  void itIsTheFileWithVerdictsInFrenchAndArabic() {
    List<String> lines = Desk.lines(desk.plan(FILE).report());
    assertEquals(
        "jisr_verdict;jisr_fr;jisr_ar;OBJECTID;nom;latitude;longitude;autre;jisr_source",
        lines.getFirst());
    assertTrue(lines.get(1).startsWith("added;\"ajouté ; "), lines.get(1));
    assertTrue(lines.get(1).contains("مضاف"), lines.get(1));
    assertTrue(lines.get(1).contains(";7;Café;31,6;-7,9;'=1+1;csv-"), lines.get(1));
    assertTrue(lines.get(2).contains(";8;Poste;31.70000;-7.80000;'=x;"), lines.get(2));
    assertTrue(lines.get(3).startsWith("outside;"), lines.get(3));
  }

  @Test
  void mendedItIsImportedInTheFilesPlace() {
    String unused = desk.bring(FILE);
    Plan again = desk.plan(FILE);
    assertEquals(List.of("same", "swapped", "outside"), Desk.verdicts(again));
    String report = new String(again.report(), java.nio.charset.StandardCharsets.UTF_8);
    Plan mended = desk.plan(report.replace("48,8;2,3", "34,0;-6,8"));
    assertEquals(List.of("same", "added", "added"), Desk.verdicts(mended));
    String batch = desk.bring(mended);
    assertEquals(3, desk.all().size());
    assertEquals(
        Map.of(Verdict.SAME, 3), desk.plan(report.replace("48,8;2,3", "34,0;-6,8")).counts());
    assertEquals("'=x".substring(1), tag("Poste"));
    assertEquals("=1+1", tag("Café"));
    assertTrue(batch.length() > 1);
  }

  private String tag(String name) {
    return desk.all().stream()
        .filter(h -> h.name().byLanguage().containsValue(name))
        .findFirst()
        .orElseThrow()
        .facts()
        .tags()
        .getOrDefault("autre", "");
  }

  @Test
  void aFileThatCannotBeReadHasAReportToo() {
    String report =
        String.join(
            "\n",
            Desk.lines(
                HotspotExchange.report(
                    new BadSheetException(BadSheetException.Fault.NO_HEADER, ""))));
    assertTrue(report.contains("refused;la première ligne"), report);
    assertTrue(report.contains("السطر الأول"), report);
  }

  @Test
  void everyRemarkSpeaksBothLanguages() {
    for (Remark remark : Remark.values()) {
      Note note = new Note(remark, "colonne", "valeur");
      for (String text : List.of(note.french(), note.arabic())) {
        assertTrue(!text.isBlank() && !text.contains("{"), remark.name());
        boolean one = remark.french().contains("{1}");
        assertEquals(one, remark.arabic().contains("{1}"), remark.name());
      }
    }
  }

  @Test
  void whatIsQuotedIsNotRead() {
    assertEquals(
        "colonne : « {0} » inconnu", new Note(Remark.PLACE_UNKNOWN, "colonne", "{0}").french());
  }
}
