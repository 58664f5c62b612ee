package ma.jisr.service.notices.mailing;

import java.util.List;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Retention;

/** The collections of mailings, and how long they are kept. */
public final class MailingCollections {
  private MailingCollections() {}

  /** To be declared when the store is opened. */
  public static List<CollectionSpec> specs() {
    return List.of(Courses.SPEC, Chunks.PEOPLE, Chunks.SHEETS);
  }

  /** How long they are kept behind their mailing's last hour, which they say themselves. */
  public static List<Retention> retentions() {
    return List.of(
        Retention.until(Chunks.SHEETS, SheetJson.DROP, Chunks.KEPT),
        Retention.until(Chunks.PEOPLE, SheetJson.DROP, Chunks.KEPT),
        Retention.until(Courses.SPEC, CourseJson.DROP, Courses.KEPT));
  }
}
