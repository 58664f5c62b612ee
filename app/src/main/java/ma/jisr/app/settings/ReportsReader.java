package ma.jisr.app.settings;

import ma.jisr.map.report.ReportRules;

/** Reads {@code reports}: how many voices make a hotspot doubtful, and how many are listened to. */
final class ReportsReader {
  private ReportsReader() {}

  static ReportRules read(Section section) {
    ReportRules usual = ReportRules.USUAL;
    ReportRules rules =
        new ReportRules(
            (int) section.whole("voices", usual.needed(), 2, ReportRules.MOST_NEEDED),
            section.duration("window", usual.window(), ReportRules.SHORTEST, ReportRules.LONGEST),
            (int) section.whole("hotspots-a-day", usual.hotspotsADay(), 1, ReportRules.MOST_A_DAY),
            (int) section.whole("new-a-day", usual.newADay(), 1, ReportRules.MOST_A_DAY));
    section.finish();
    return rules;
  }
}
