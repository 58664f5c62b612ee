package ma.jisr.app.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import ma.jisr.base.Vault;
import ma.jisr.service.AccountPorts;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;
import ma.jisr.service.account.AccountsDesk;
import ma.jisr.service.account.KeptWords;
import ma.jisr.service.account.Persons;
import ma.jisr.service.account.Portrait;
import ma.jisr.service.erasure.ErasureLog;
import ma.jisr.service.erasure.ErasureRules;
import ma.jisr.service.erasure.Erasures;
import ma.jisr.service.proof.Codes;
import ma.jisr.service.proof.Proofs;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/** What is kept of one person, for the API's tests: they speak Arabic and have two tickets. */
final class AccountRooms {
  static final String PERSON = "p1";

  /** A name that would run, were it not escaped. */
  static final String SHOP = "<script>alert('1')</script>";

  private final AccountsDesk desk;

  AccountRooms(Store store, InstantSource clock) {
    Vault vault = Vault.passing(new Random(4));
    Persons persons = new Persons();
    persons.connect(new One());
    Erasures erasures =
        new Erasures(store, persons, ErasureLog.NONE, vault, ErasureRules.USUAL, clock);
    Proofs proofs = new Proofs(store, vault, Codes.under(vault));
    desk = new AccountsDesk(store, persons, erasures, proofs, vault, clock);
    desk.over(List.of(new Tickets()), List.of());
  }

  static List<CollectionSpec> collections() {
    List<CollectionSpec> all = new ArrayList<>(AccountsDesk.COLLECTIONS);
    all.add(Erasures.SPEC);
    all.add(Proofs.SPEC);
    return all;
  }

  AccountPorts ports() {
    return new AccountPorts(desk, KeptWords.read(Duration.ofDays(90)), Optional.of("jisr.ma/me"));
  }

  /** A code that opens their copy. */
  String code(String key) {
    return desk.copy(PERSON, key).join().code();
  }

  /** How often the code before one that is asked for now has been used. */
  int before(String key) {
    return desk.copy(PERSON, key).join().before();
  }

  private static final class Tickets implements Holding {
    @Override
    public String name() {
      return "tickets";
    }

    @Override
    public CompletableFuture<List<Held>> held(Whose who) {
      return CompletableFuture.completedFuture(
          List.of(new Held("tickets", "tickets_why", 2, "days_7")));
    }

    @Override
    public CompletableFuture<Void> erase(Whose who, Instant now) {
      return CompletableFuture.allOf();
    }

    @Override
    public CompletableFuture<List<Map<String, String>>> copy(Whose who) {
      return CompletableFuture.completedFuture(
          List.of(Map.of("shop", SHOP, "number", "A17"), Map.of("shop", "Hamid", "number", "B2")));
    }
  }

  /** Knows one person, and changes nobody. */
  private static final class One implements Persons.Engine {
    @Override
    public CompletableFuture<Optional<Portrait>> portrait(String person) {
      Portrait known =
          new Portrait(
              List.of("212661000001"),
              List.of(),
              List.of(),
              Language.ARY_ARAB,
              Set.of(Script.LATIN, Script.ARABIC),
              LocalText.of(Language.FR, "Amizmiz", Language.AR, "أمزميز"),
              List.of(LocalText.same("Safi")),
              true,
              List.of("tickets.take"),
              1,
              LocalDate.of(2026, 3, 2));
      return CompletableFuture.completedFuture(
          person.equals(PERSON) ? Optional.of(known) : Optional.empty());
    }

    @Override
    public CompletableFuture<Optional<String>> known(String digits) {
      return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Map<String, String>> behind(List<String> names) {
      return CompletableFuture.completedFuture(Map.of());
    }

    @Override
    public CompletableFuture<Void> unname(String person, List<String> names) {
      return CompletableFuture.allOf();
    }

    @Override
    public CompletableFuture<Void> leave(String person) {
      return CompletableFuture.allOf();
    }

    @Override
    public CompletableFuture<Boolean> bury(String person, boolean now) {
      return CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletableFuture<Void> clear(String person) {
      return CompletableFuture.allOf();
    }

    @Override
    public CompletableFuture<Void> hide(String person, String key) {
      return CompletableFuture.allOf();
    }

    @Override
    public CompletableFuture<Optional<String>> tie(String person, String digits, String link) {
      return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Void> stop(String digits, boolean stopped) {
      return CompletableFuture.allOf();
    }

    @Override
    public CompletableFuture<Boolean> stopped(String digits) {
      return CompletableFuture.completedFuture(true);
    }
  }
}
