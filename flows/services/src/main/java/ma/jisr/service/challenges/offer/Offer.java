package ma.jisr.service.challenges.offer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody's offer to take up a challenge. Immutable. What people have written stands in it sealed
 * only, and nobody's number at all.
 *
 * @param ref as people know it: the challenge's code and a number, "2.4/3"
 * @param challenge its code
 * @param person the random id of who offers; "" once they are erased
 * @param key a pseudonym of the call that made it
 * @param sealed who offers and what, by the deployment's key; "" once it is erased
 * @param place the id of the place where
 * @param state where it stands
 * @param answers by the pseudonym of who answers for the challenge
 * @param asked what these wanted to know, oldest first
 * @param heard pseudonyms of those whom it was told
 * @param made when
 * @param touched when somebody did something last
 * @param next number of the next thing to tell
 * @param tells what is still to be told
 * @param news the number of the last news of the challenge that was told
 */
public record Offer(
    String ref,
    String challenge,
    String person,
    String key,
    String sealed,
    String place,
    State state,
    Map<String, Answer> answers,
    List<Asked> asked,
    List<String> heard,
    Instant made,
    Instant touched,
    long next,
    List<Tell> tells,
    long news) {
  /** Questions that one of those who answer may ask about one offer. */
  static final int MOST_ASKED = 3;

  /** Where an offer stands. */
  public enum State {
    /** Somebody may answer it. */
    OPEN,
    /** Somebody has accepted: numbers were exchanged. The other keeper may accept as well. */
    ACCEPTED,
    /** All who could have declined. */
    DECLINED,
    /** Who made it took it back. */
    WITHDRAWN,
    /** The challenge is over. */
    CLOSED;

    /** Whether it may be answered. */
    public boolean open() {
      return this == OPEN || this == ACCEPTED;
    }
  }

  /** What somebody who answers for a challenge has said. */
  public enum Answer {
    ACCEPTED,
    DECLINED
  }

  /**
   * A question, and its answer.
   *
   * @param by pseudonym of who asked
   * @param question sealed
   * @param reply sealed; "" while there is none
   */
  public record Asked(String by, String question, String reply) {
    @Override
    public String toString() {
      return "Asked[hidden]";
    }
  }

  /**
   * Something that is still to be told. What it says is put together when it is handed in.
   *
   * @param seq its number in the offer
   * @param to pseudonym of who answers for the challenge; "" for who offers
   * @param message its name
   * @param about pseudonym of who did it, "" for none
   * @param asked the place of the question that it is about, -1 for none
   */
  public record Tell(long seq, String to, String message, String about, int asked) {}

  public Offer {
    answers = Map.copyOf(answers);
    asked = List.copyOf(asked);
    heard = List.copyOf(heard);
    tells = List.copyOf(tells);
  }

  Offer state(State to, Instant at) {
    return new Offer(
        ref, challenge, person, key, sealed, place, to, answers, asked, heard, made, at, next,
        tells, news);
  }

  Offer answered(String who, Answer answer, Instant at) {
    Map<String, Answer> all = new HashMap<>(answers);
    all.put(who, answer);
    return new Offer(
        ref, challenge, person, key, sealed, place, state, all, asked, heard, made, at, next, tells,
        news);
  }

  Offer asking(List<Asked> all, Instant at) {
    return new Offer(
        ref, challenge, person, key, sealed, place, state, answers, all, heard, made, at, next,
        tells, news);
  }

  Offer heard(String who) {
    List<String> all = new ArrayList<>(heard);
    all.add(who);
    return new Offer(
        ref, challenge, person, key, sealed, place, state, answers, asked, all, made, touched, next,
        tells, news);
  }

  /** With something more to tell. */
  Offer tell(String to, String message, String about, int question) {
    List<Tell> all = new ArrayList<>(tells);
    all.add(new Tell(next, to, message, about, question));
    return new Offer(
        ref, challenge, person, key, sealed, place, state, answers, asked, heard, made, touched,
        next + 1, all, news);
  }

  /** Having been told of what became of the challenge. */
  Offer news(long number) {
    return new Offer(
        ref, challenge, person, key, sealed, place, state, answers, asked, heard, made, touched,
        next, tells, number);
  }

  /** Without what has been told up to a number. */
  Offer told(long seq) {
    return new Offer(
        ref,
        challenge,
        person,
        key,
        sealed,
        place,
        state,
        answers,
        asked,
        heard,
        made,
        touched,
        next,
        tells.stream().filter(tell -> tell.seq() > seq).toList(),
        news);
  }

  /** Without anything of who made it; those who have heard of it are told that it is gone. */
  Offer erased(Instant at) {
    return new Offer(
        ref,
        challenge,
        "",
        key,
        "",
        place,
        State.WITHDRAWN,
        Map.of(),
        List.of(),
        heard,
        made,
        at,
        next,
        List.of(),
        news);
  }

  @Override
  public String toString() {
    return "Offer[" + ref + ' ' + state + "]";
  }
}
