package ma.jisr.app.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Verdict;

/**
 * Things that go in and out of files as batches, hotspots and places alike: what commands and the
 * API ask of whoever keeps them. A file is judged first, kept unseen then, and shown to all by one
 * write. Blocks while the store answers: never called from an event loop.
 */
public interface FileDesk {
  /** Stands for a format that is found by looking at the file. */
  String AUTO = "auto";

  /** What they are: "hotspots". */
  String things();

  /** The words of the formats that are read, {@link #AUTO} among them. */
  Set<String> formats();

  /** The largest file that is read, bytes. */
  int mostBytes();

  /**
   * What a file would change on somebody's behalf; writes nothing.
   *
   * @throws BadFileException when it cannot be read at all
   * @throws IllegalArgumentException when the label asks for what these things do not know
   */
  JudgedFile judge(Actor actor, byte[] file, Label label);

  /** Shows a batch that is kept to all. */
  Verdict publish(Actor actor, String batch);

  /** Takes a batch back. */
  Verdict undo(Actor actor, String batch);

  /** All batches of these things, newest first. */
  List<Batch> batches();

  /**
   * What somebody may take out; empty when that is not for their role.
   *
   * @param format one of {@link #written()}
   * @param area the id of an area that it lies in; "" for all of their territory
   * @throws IllegalArgumentException when that is more than so many
   */
  Optional<Exported> export(Actor actor, String format, String area, int most);

  /** The words of the formats that are written; none when these things are not taken out. */
  Set<String> written();

  /** Keeps what a file changes, and shows it. */
  default Verdict bring(Actor actor, JudgedFile judged) {
    return switch (judged.keep()) {
      case Verdict.Done(Batch batch) -> publish(actor, batch.id());
      case Verdict.Refused refused -> refused;
    };
  }

  /**
   * What is said of a file beside its bytes.
   *
   * @param name where it comes from, for the list of batches; never used as a path
   * @param format a word of {@link #formats()}
   * @param options by which the things in it are taken otherwise than usual
   */
  record Label(String name, String format, Set<String> options) {
    public Label {
      options = Set.copyOf(options);
    }
  }

  /**
   * Things as a file.
   *
   * @param count how many
   * @param text the file, UTF-8 when it is written
   */
  record Exported(int count, String text) {}
}
