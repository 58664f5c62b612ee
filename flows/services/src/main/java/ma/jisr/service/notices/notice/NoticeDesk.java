package ma.jisr.service.notices.notice;

import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Language;
import ma.jisr.map.ledger.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * Where notices are written, handed in, approved and taken back, whoever wants it and whichever way
 * they come. Every change is one durable write with its history in it, behind an entry of the feed.
 * Repeated with its {@code writeId} it is not made again, and its outcome is told. From any thread.
 */
public interface NoticeDesk {
  /** Begins a notice; nobody hears of it yet. */
  CompletableFuture<Ruling<Notice>> draft(Hand hand, NoticeFacts facts, String writeId);

  /**
   * Writes on one that has not begun to go out; it is a draft again, whatever was approved.
   *
   * @param version that the hand has seen; null when it does not matter
   */
  CompletableFuture<Ruling<Notice>> change(
      Hand hand, String id, @Nullable Long version, NoticeFacts facts, String writeId);

  /**
   * Hands a draft in: its words and whom it reaches are fixed. It goes at its time, or waits for a
   * second person where it is large; an emergency within its limits goes at once.
   */
  CompletableFuture<Ruling<Notice>> submit(
      Hand hand, String id, @Nullable Long version, String writeId);

  /** What a notice would come to, and how it reads; changes nothing. */
  CompletableFuture<Ruling<Preview>> preview(Hand hand, NoticeFacts facts);

  /** The same of one that is there. */
  CompletableFuture<Ruling<Preview>> preview(Hand hand, String id);

  /**
   * Agrees with a notice: somebody who has not written on it, with their phone in their hand.
   *
   * @param digest of what they have seen
   */
  CompletableFuture<Ruling<Notice>> approve(Hand hand, String id, String digest, String writeId);

  /** Gives one back to who wrote it. */
  CompletableFuture<Ruling<Notice>> sendBack(Hand hand, String id, String note, String writeId);

  /** Holds one that is going out. */
  CompletableFuture<Ruling<Notice>> pause(Hand hand, String id, String writeId);

  /** Goes on with it. */
  CompletableFuture<Ruling<Notice>> resume(Hand hand, String id, String writeId);

  /** Takes one back: who has not got it will not. Nobody is told. */
  CompletableFuture<Ruling<Notice>> cancel(Hand hand, String id, String note, String writeId);

  /**
   * Takes one back and tells those who got it, at once: gives the cancellation, or the notice
   * itself when nobody can have got it.
   */
  CompletableFuture<Ruling<Notice>> recall(Hand hand, String id, String note, String writeId);

  /** Says what was found when an emergency that had gone at once was looked at. */
  CompletableFuture<Ruling<Notice>> review(Hand hand, String id, String note, String writeId);

  /** Sends a notice to the phone of whoever asks, marked as a test. */
  CompletableFuture<Ruling<Notice>> testTo(
      Hand hand, String id, Language language, String person, String writeId);

  /** A notice as those see it who write them: Shown, or Refused. */
  CompletableFuture<Ruling<Notice>> read(Hand hand, String id);

  /** Who did what with it: Shown, or Refused. */
  CompletableFuture<Ruling<Notice>> history(Hand hand, String id);
}
