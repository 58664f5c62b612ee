package ma.jisr.map.batch;

import java.util.List;

/** What became of a wish to publish or undo a batch. */
public sealed interface Verdict {
  /** It is so, now or since earlier. */
  record Done(Batch batch) implements Verdict {}

  /**
   * It is not so, and nothing was changed.
   *
   * @param documents ids that are in the way
   */
  record Refused(Why why, List<String> documents) implements Verdict {
    public Refused {
      documents = List.copyOf(documents);
    }
  }

  /** Why not. */
  enum Why {
    /** There is no such batch, or no longer. */
    UNKNOWN,
    /** Its changes are not all there: stage it again. */
    NOT_STAGED,
    /** It was never published: there is nothing to undo. */
    NOT_PUBLISHED,
    /** It touches what is none of who asked. */
    NO_RIGHT,
    /** Documents were written since it was staged: stage it again. */
    OVERTAKEN
  }

  static Verdict refused(Why why) {
    return new Refused(why, List.of());
  }
}
