package ma.jisr.map.batch;

import java.time.Instant;
import java.util.List;
import ma.jisr.base.Role;
import org.jspecify.annotations.Nullable;

/**
 * The head of a batch: the one document whose state decides whether readers see it.
 *
 * @param id the beginning of the hash: the same changes are the same batch
 * @param version of the head's document
 * @param collection whose documents it changes
 * @param state of it
 * @param round how often it has been staged: what was undone may be staged again
 * @param hash SHA-256 of the changes, hexadecimal
 * @param source where it came from, in words for the list of batches; never used as a path
 * @param actor who staged it
 * @param staged when
 * @param published when it was seen first in this round; null before
 * @param undone when it was undone in this round; null before
 * @param undoneBy who did that; null before
 * @param added how many documents it makes
 * @param changed how many it changes
 * @param chunks how many documents keep its changes
 * @param left what could not be applied or undone, since somebody else had written there
 */
public record Batch(
    String id,
    long version,
    String collection,
    State state,
    int round,
    String hash,
    String source,
    String actor,
    Instant staged,
    @Nullable Instant published,
    @Nullable Instant undone,
    @Nullable Undoer undoneBy,
    int added,
    int changed,
    int chunks,
    Left left) {
  /** Longest source, characters: the name of a file, and a little. */
  public static final int MAX_SOURCE = 120;

  /** Characters of an id: 48 bits, which somebody may type. */
  public static final int ID = 12;

  /** The way of a batch. */
  public enum State {
    /** Its changes are being written. */
    STAGING,
    /** All its changes are there; nobody sees them. */
    STAGED,
    /** Seen by all; its documents are being written. */
    PUBLISHED,
    /** Seen by all; its documents are written. */
    APPLIED,
    /** Seen by nobody any more; its documents are being restored. */
    UNDOING,
    /** Seen by nobody; its documents are restored. */
    UNDONE,
    /** Too old: being thrown away. */
    SWEPT;

    /** Whether readers must look at its changes, since documents do not tell all of it. */
    public boolean isPending() {
      return this == PUBLISHED || this == UNDOING;
    }

    /** Whether readers see it. */
    public boolean isSeen() {
      return this == PUBLISHED || this == APPLIED;
    }
  }

  /**
   * What was left as it is.
   *
   * @param count of documents
   * @param ids the first {@link #MOST_IDS} of them
   */
  public record Left(int count, List<String> ids) {
    public static final Left NONE = new Left(0, List.of());

    /** Ids told at most: who has more asks for the export. */
    public static final int MOST_IDS = 100;

    public Left {
      ids = List.copyOf(ids);
    }

    static Left of(List<String> ids) {
      return new Left(ids.size(), ids.subList(0, Math.min(MOST_IDS, ids.size())));
    }
  }

  /**
   * Who took a batch back.
   *
   * @param actor the id of an account, as for {@link ma.jisr.base.Actor}
   * @param role what they were
   */
  public record Undoer(String actor, Role role) {}

  /** How many documents it touches. */
  public int rows() {
    return added + changed;
  }

  /** The write id of what it writes, and the mark in the bodies that it has written. */
  String mark() {
    return id + '.' + round;
  }

  /** The write id of what its undo restores. */
  String undoMark() {
    return mark() + ".undo";
  }

  Batch to(State next, Instant when) {
    return new Batch(
        id,
        version + 1,
        collection,
        next,
        round,
        hash,
        source,
        actor,
        staged,
        next == State.PUBLISHED ? when : published,
        undone,
        undoneBy,
        added,
        changed,
        chunks,
        left);
  }

  /** The same changes staged once more, in the place of what was undone. */
  Batch following(Batch stored) {
    return new Batch(
        id,
        stored.version() + 1,
        collection,
        state,
        stored.round() + 1,
        hash,
        source,
        actor,
        staged,
        null,
        null,
        null,
        added,
        changed,
        chunks,
        Left.NONE);
  }

  /** Being taken back by somebody. */
  Batch undoing(Undoer by, Instant when) {
    return new Batch(
        id,
        version + 1,
        collection,
        State.UNDOING,
        round,
        hash,
        source,
        actor,
        staged,
        published,
        when,
        by,
        added,
        changed,
        chunks,
        left);
  }

  Batch leaving(Left nowLeft) {
    return new Batch(
        id,
        version,
        collection,
        state,
        round,
        hash,
        source,
        actor,
        staged,
        published,
        undone,
        undoneBy,
        added,
        changed,
        chunks,
        nowLeft);
  }
}
