package ma.jisr.service.audience;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.base.Agents;
import ma.jisr.base.Language;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.People;
import ma.jisr.service.proof.Proofs;
import ma.jisr.service.proof.Proven;
import ma.jisr.service.trail.Trail;

/**
 * How a registered agent enlists somebody who stands beside them: a code goes to the phone that is
 * enlisted, the agent types it, and only then is anything kept. Callable from any thread.
 */
public final class Enrolling {
  private static final String DID = "enlist";

  private final Subscribers subscribers;
  private final People people;
  private final Agents agents;
  private final Proofs proofs;
  private final Trail trail;
  private final Supplier<Gazetteer> gazetteer;
  private final Supplier<String> link;
  private final InstantSource clock;

  /**
   * @param proofs make codes, under a name of this part's own: wrong ones lock nothing else
   * @param link by which somebody is written to of whom nothing is known
   */
  public Enrolling(
      Subscribers subscribers,
      People people,
      Agents agents,
      Proofs proofs,
      Trail trail,
      Supplier<Gazetteer> gazetteer,
      Supplier<String> link,
      InstantSource clock) {
    this.subscribers = subscribers;
    this.people = people;
    this.agents = agents;
    this.proofs = proofs;
    this.trail = trail;
    this.gazetteer = gazetteer;
    this.link = link;
    this.clock = clock;
  }

  /** What became of a wish. */
  public enum Outcome {
    /** A code is to be sent to the phone. */
    SENT,
    ENLISTED,
    /** Not an agent, or not of this place. */
    NOT_YOURS,
    /** Too many codes or too many wrong ones: no more today. */
    ENOUGH,
    /** Nobody of that number may be written to. */
    UNREACHED,
    WRONG,
    LATE,
    /** They have said STOP: only their own JOIN ends it. */
    STOPPED,
    /** They hear about as many places as there may be. */
    MANY
  }

  /**
   * What an agent is told.
   *
   * @param code to be sent to the phone that is enlisted, and shown nowhere else; "" for none
   */
  public record Answer(Outcome outcome, String code) {
    Answer(Outcome outcome) {
      this(outcome, "");
    }

    @Override
    public String toString() {
      return "Answer[" + outcome + "]";
    }
  }

  /**
   * A code for somebody who wants to hear about a place.
   *
   * @param agent the random id of who asks
   * @param digits whose phone, E.164 without the plus
   */
  public CompletableFuture<Answer> begin(String agent, String key, String digits, String place) {
    return asAgent(
        agent,
        place,
        actor ->
            people
                .of(digits, link.get())
                .thenCompose(
                    person ->
                        person.isEmpty()
                            ? now(new Answer(Outcome.UNREACHED))
                            : proofs
                                .ask(
                                    name(person.get()), key, content(actor, place), clock.instant())
                                .thenApply(
                                    code ->
                                        code.map(c -> new Answer(Outcome.SENT, c))
                                            .orElse(new Answer(Outcome.ENOUGH)))));
  }

  /** Takes the code that the agent has typed. */
  public CompletableFuture<Answer> finish(
      String agent, String key, String digits, String place, String code) {
    return asAgent(
        agent,
        place,
        actor ->
            people
                .of(digits, link.get())
                .thenCompose(
                    person ->
                        person.isEmpty()
                            ? now(new Answer(Outcome.UNREACHED))
                            : proofs
                                .prove(name(person.get()), key, code, clock.instant())
                                .thenCompose(
                                    proven ->
                                        proven(actor, person.get(), key, digits, place, proven))));
  }

  private CompletableFuture<Answer> proven(
      Actor actor, String person, String key, String digits, String place, Proven proven) {
    return switch (proven.outcome()) {
      case WRONG -> now(new Answer(Outcome.WRONG));
      case LATE -> now(new Answer(Outcome.LATE));
      case LOCKED -> now(new Answer(Outcome.ENOUGH));
      case RIGHT ->
          proven.content().equals(content(actor, place))
              ? enlist(actor, person, key, digits, place)
              : now(new Answer(Outcome.LATE));
    };
  }

  /** Between the line that it was asked for and the line of what came of it. */
  private CompletableFuture<Answer> enlist(
      Actor actor, String person, String key, String digits, String place) {
    return line(actor, place, Trail.Came.ASKED)
        .thenCompose(
            _ ->
                subscribers.follow(
                    key, person, digits, place, Reach.unproved(link.get(), Language.FR)))
        .thenCompose(
            following -> {
              Answer answer = new Answer(outcome(following));
              Trail.Came came =
                  answer.outcome() == Outcome.ENLISTED ? Trail.Came.DONE : Trail.Came.REFUSED;
              return line(actor, place, came).handle((_, _) -> answer);
            });
  }

  private static Outcome outcome(Following following) {
    return switch (following) {
      case FOLLOWED -> Outcome.ENLISTED;
      case MANY -> Outcome.MANY;
      case STOPPED -> Outcome.STOPPED;
      case NO_NUMBER, NO_PLACE -> Outcome.UNREACHED;
    };
  }

  private CompletableFuture<Void> line(Actor actor, String place, Trail.Came came) {
    return trail.write(new Trail.Line(clock.instant(), actor.id(), "phone", DID, place, came));
  }

  private CompletableFuture<Answer> asAgent(
      String agent, String place, Function<Actor, CompletableFuture<Answer>> then) {
    List<String> way = gazetteer.get().way(place);
    return agents
        .of(agent)
        .thenCompose(
            actor -> {
              Optional<Actor> theirs =
                  actor.filter(one -> AudienceRights.allow(one, AudienceDeed.ENROL, way));
              return theirs.isEmpty()
                  ? now(new Answer(Outcome.NOT_YOURS))
                  : then.apply(theirs.get());
            });
  }

  private static String name(String person) {
    return "enlisted " + person;
  }

  private static String content(Actor actor, String place) {
    return actor.id() + ' ' + place;
  }

  private static CompletableFuture<Answer> now(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
