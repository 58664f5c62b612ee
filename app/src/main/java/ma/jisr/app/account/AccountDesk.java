package ma.jisr.app.account;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ma.jisr.app.admin.AdminSocket;
import ma.jisr.app.admin.Await;
import ma.jisr.app.admin.Words;
import ma.jisr.base.Address;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.gateway.account.Account;
import ma.jisr.gateway.account.AccountException;
import ma.jisr.gateway.account.Accounts;
import ma.jisr.gateway.account.Audit;
import ma.jisr.gateway.account.Phone;
import ma.jisr.gateway.account.Scope;

/**
 * Who answers {@code jisr account}. Whoever can open the socket is the account of the operating
 * system that runs Jisr, which is trusted with everything: here the first administrator is made.
 * Every change stands in the audit trail before it is made.
 */
public final class AccountDesk implements AdminSocket.Verb {
  /** For what is left out. */
  public static final String NONE = "-";

  /** A territory of the whole country. */
  public static final String EVERYWHERE = "everywhere";

  /** How long a token is good unless one says otherwise, days: a quarter. */
  public static final int DAYS = 90;

  /** The longest, days. */
  public static final int MOST_DAYS = 366;

  /** Most lines of the audit trail in one answer. */
  static final int MOST_LINES = 1_000;

  private static final String MOROCCO = "212";

  private final Accounts accounts;
  private final Audit audit;
  private final Function<Address, CompletableFuture<String>> person;
  private final Predicate<String> area;
  private final InstantSource clock;

  /**
   * @param person gives the person behind an address, heard of or not
   * @param area whether there is an area of this id
   */
  public AccountDesk(
      Accounts accounts,
      Audit audit,
      Function<Address, CompletableFuture<String>> person,
      Predicate<String> area,
      InstantSource clock) {
    this.accounts = accounts;
    this.audit = audit;
    this.person = person;
    this.area = area;
    this.clock = clock;
  }

  /**
   * @param words {@code list}, {@code create NAME ROLE TERRITORY|- NUMBER|-}, {@code show NAME},
   *     {@code disable|enable NAME}, {@code territory NAME TERRITORY}, {@code role NAME ROLE
   *     TERRITORY|-}, {@code token create NAME SCOPES|- DAYS|-}, {@code token list NAME}, {@code
   *     token revoke NAME ID} or {@code audit DAY|-}
   */
  @Override
  public List<String> run(List<String> words) throws Exception {
    try {
      return switch (Words.at(words, 0)) {
        case "list" -> Await.of(accounts.all()).stream().map(AccountLines::line).toList();
        case "create" -> create(words);
        case "show" -> AccountLines.all(named(Words.at(words, 1)));
        case "disable" -> disable(Words.at(words, 1), true);
        case "enable" -> disable(Words.at(words, 1), false);
        case "role" -> role(Words.at(words, 1), Words.at(words, 2), Words.at(words, 3));
        case "territory" -> territory(Words.at(words, 1), Words.at(words, 2));
        case "token" -> token(words.subList(1, words.size()));
        case "audit" -> audit(Words.at(words, 1));
        default -> throw new IllegalArgumentException("account does not know " + words.getFirst());
      };
    } catch (AccountException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private List<String> create(List<String> words) throws Exception {
    String name = Words.at(words, 1);
    Role role = role(Words.at(words, 2));
    Territory territory = territory(Words.at(words, 3), role);
    Optional<Msisdn> number = number(Words.at(words, 4));
    noted("account.create", name);
    Optional<Phone> tied = Optional.empty();
    if (number.isPresent()) {
      String behind = Await.of(person.apply(Address.of(number.get())));
      tied = Optional.of(new Phone(behind, number.get().digits()));
    }
    Account made = Await.of(accounts.create(name, role, territory, tied));
    return List.of("made: " + AccountLines.line(made));
  }

  private List<String> disable(String name, boolean disabled) throws Exception {
    Account account = named(name);
    noted(disabled ? "account.disable" : "account.enable", account.id());
    Account after = Await.of(accounts.change(name, before -> before.withDisabled(disabled)));
    return List.of((disabled ? "disabled: " : "enabled: ") + AccountLines.line(after));
  }

  /** Its territory stays, but for that of an administrator: everywhere is not meant unsaid. */
  private List<String> role(String name, String word, String areas) throws Exception {
    Account account = named(name);
    Role role = role(word);
    boolean stays =
        areas.equals(NONE) && role != Role.ADMINISTRATOR && account.role() != Role.ADMINISTRATOR;
    Territory territory = stays ? account.territory() : territory(areas, role);
    noted("account.role." + word, account.id());
    Account after = Await.of(accounts.change(name, before -> before.withRole(role, territory)));
    return List.of("changed: " + AccountLines.line(after));
  }

  private List<String> territory(String name, String areas) throws Exception {
    Account account = named(name);
    Territory territory = territory(areas, account.role());
    noted("account.territory", account.id());
    Account after = Await.of(accounts.change(name, before -> before.withTerritory(territory)));
    return List.of("changed: " + AccountLines.line(after));
  }

  private List<String> token(List<String> words) throws Exception {
    Account account = named(Words.at(words, 1));
    switch (Words.at(words, 0)) {
      case "list" -> {
        return AccountLines.tokens(account);
      }
      case "create" -> {
        Set<Scope> scopes = scopes(Words.at(words, 2), account.role());
        Instant expires = clock.instant().plus(days(Words.at(words, 3)));
        noted("account.token.create", account.id());
        // The token alone, so that a shell can take it: $(jisr account token create …)
        return List.of(Await.of(accounts.issue(account.name(), scopes, expires)).text());
      }
      case "revoke" -> {
        noted("account.token.revoke", account.id());
        Await.of(accounts.revoke(account.name(), Words.at(words, 2)));
        return List.of("revoked: " + Words.at(words, 2));
      }
      default -> throw new IllegalArgumentException("token create, list or revoke");
    }
  }

  private List<String> audit(String day) throws Exception {
    LocalDate asked;
    try {
      asked = day.equals(NONE) ? Audit.day(clock.instant()) : LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a day is written 2026-11-22", e);
    }
    noted("audit", asked.toString());
    List<String> lines = new ArrayList<>();
    Map<String, String> names =
        Await.of(accounts.all()).stream().collect(Collectors.toMap(Account::id, Account::name));
    for (Audit.Line line : Await.of(audit.read(asked, "", MOST_LINES)))
      lines.add(AccountLines.line(line, names));
    if (lines.size() == MOST_LINES) lines.add("more are left out: GET /audit has them all");
    return lines;
  }

  private Account named(String name) throws Exception {
    return Await.of(accounts.named(name));
  }

  private void noted(String did, String of) throws Exception {
    Await.of(audit.write(clock.instant(), Audit.Who.at(Audit.OWNER), did, of, Audit.Line.ASKED));
  }

  private static Role role(String word) {
    for (Role role : Role.values())
      if (role != Role.PERSON && role.name().toLowerCase(Locale.ROOT).equals(word)) return role;
    throw new IllegalArgumentException(
        "a role is viewer, official, agent, operator or administrator");
  }

  private Territory territory(String word, Role role) {
    if (role == Role.ADMINISTRATOR) {
      if (word.equals(NONE) || word.equals(EVERYWHERE)) return Territory.EVERYWHERE;
      throw new IllegalArgumentException("an administrator's territory is everywhere");
    }
    if (word.equals(EVERYWHERE)) return Territory.EVERYWHERE;
    if (word.equals(NONE))
      throw new IllegalArgumentException(
          "say where: --territory with ids of regions, provinces or places, or everywhere");
    List<String> areas = Arrays.asList(word.split(",", -1));
    for (String id : areas)
      if (!area.test(id)) throw new IllegalArgumentException("there is no area '" + id + "'");
    return Territory.of(Set.copyOf(areas));
  }

  /** What was typed is in no message: it may be somebody's number all the same. */
  private static Optional<Msisdn> number(String word) {
    if (word.equals(NONE)) return Optional.empty();
    Optional<Msisdn> number = Msisdn.parse(word, MOROCCO);
    if (number.isEmpty())
      throw new IllegalArgumentException("the phone is no number: write it as +212661…");
    return number;
  }

  private static Set<Scope> scopes(String word, Role role) {
    if (word.equals(NONE)) return Scope.within(role);
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String one : word.split(",", -1))
      scopes.add(
          Scope.of(one)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "scopes are " + AccountLines.scopes(EnumSet.allOf(Scope.class)))));
    return scopes;
  }

  private static Duration days(String word) {
    if (word.equals(NONE)) return Duration.ofDays(DAYS);
    if (word.matches("[1-9][0-9]{0,2}") && Integer.parseInt(word) <= MOST_DAYS)
      return Duration.ofDays(Integer.parseInt(word));
    throw new IllegalArgumentException("days are 1 to " + MOST_DAYS);
  }
}
