package ma.jisr.app.erasure;

import static ma.jisr.map.ledger.JsonFields.lower;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.app.account.Signed;
import ma.jisr.app.admin.Await;
import ma.jisr.app.admin.Words;
import ma.jisr.base.Actor;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Role;
import ma.jisr.service.account.Persons;
import ma.jisr.service.erasure.Erasure;
import ma.jisr.service.erasure.Erasures;
import ma.jisr.service.erasure.Why;

/**
 * Who answers {@code jisr erasures}. Words: {@code list}, {@code replay}, {@code erase NUMBER}.
 * Administrators only. Lines hold no number, no name and no id.
 */
public final class ErasuresVerb implements Signed {
  /** Most that are listed. */
  private static final int MOST = 200;

  /** Steps of erasures that are taken at once; the others are the keeper's. */
  private static final int AT_ONCE = 10;

  /** Where a number is one that is written without its country. */
  private static final String MOROCCO = "212";

  private final Erasures erasures;
  private final Persons persons;

  public ErasuresVerb(Erasures erasures, Persons persons) {
    this.erasures = erasures;
    this.persons = persons;
  }

  @Override
  public Told run(Actor actor, List<String> words) throws Exception {
    if (actor.role() != Role.ADMINISTRATOR)
      throw new IllegalArgumentException("only administrators may");
    return switch (Words.at(words, 0)) {
      case "list" -> list();
      case "replay" -> replay();
      case "erase" -> erase(Words.text(words, 1));
      default -> throw new IllegalArgumentException("list, replay or erase NUMBER");
    };
  }

  @Override
  public boolean changes(List<String> words) {
    return !Words.at(words, 0).equals("list");
  }

  private Told list() throws Exception {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Erasure> one : Await.of(erasures.all(MOST)).entrySet())
      lines.add(line(one.getValue()));
    if (lines.isEmpty()) lines.add("nobody is being erased");
    return new Told(lines, "");
  }

  private static String line(Erasure erasure) {
    String waits = erasure.tries() > 0 ? ", failed " + erasure.tries() + " times" : "";
    return "wished %s (%s): %s, %d rooms done, next step %s%s"
        .formatted(
            erasure.wished(),
            lower(erasure.why()),
            lower(erasure.stage()),
            erasure.done().size(),
            erasure.due(),
            waits);
  }

  private Told replay() throws Exception {
    int again = Await.of(erasures.replay());
    return new Told(List.of(again + " people were there again and are being erased"), "");
  }

  /** A written wish: whoever runs Jisr has made sure whose it is. */
  private Told erase(String number) throws Exception {
    Msisdn msisdn =
        Msisdn.parse(number, MOROCCO)
            .orElseThrow(() -> new IllegalArgumentException("this is no phone number"));
    Optional<String> person = Await.of(persons.now().known(msisdn.digits()));
    if (person.isEmpty()) return new Told(List.of("nobody is known by this number"), "");
    Instant end = Await.of(erasures.wish(person.get(), Why.OFFICE));
    int unused = Await.of(erasures.look(AT_ONCE));
    return new Told(List.of("being erased, until " + end), "");
  }
}
