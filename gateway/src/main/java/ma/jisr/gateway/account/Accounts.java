package ma.jisr.gateway.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import ma.jisr.base.Actor;
import ma.jisr.base.Agents;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Ulid;
import ma.jisr.base.Vault;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;

/**
 * All accounts, in the store: nothing is remembered between two questions, so that what is taken
 * away is gone on every node with the write. Callable from any thread; futures fail with {@link
 * AccountException} when something cannot be done.
 */
public final class Accounts implements Agents {
  /** Tries of a change that others overtake: accounts are changed by hand. */
  private static final int MOST_TRIES = 5;

  private static final int PAGE = 500;
  private static final int TOKEN_ID_BYTES = 4;

  private static final CollectionSpec SPEC = new CollectionSpec("accounts", Area.LIVE, List.of());

  private final Store store;
  private final Guards guards;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final UnaryOperator<String> hash;
  private final Vault vault;

  /**
   * @param random a secure source
   * @param hash of a token's text, under the deployment's key
   * @param vault seals the numbers of phones, under this part's key
   */
  public Accounts(
      Store store,
      InstantSource clock,
      RandomGenerator random,
      UnaryOperator<String> hash,
      Vault vault) {
    this.store = store;
    this.guards = new Guards(store);
    this.clock = clock;
    this.random = random;
    this.hash = hash;
    this.vault = vault;
  }

  static CollectionSpec spec() {
    return SPEC;
  }

  /**
   * A token, for the only time that anybody sees it.
   *
   * @param text to be handed to its bearer
   * @param token what is kept of it
   */
  public record Issued(String text, Token token) {
    @Override
    public String toString() {
      return "Issued[" + token.id() + "]";
    }
  }

  /**
   * Makes an account.
   *
   * @param phone by which it acts; empty without one
   */
  public CompletableFuture<Account> create(
      String name, Role role, Territory territory, Optional<Phone> phone) {
    if (!Account.NAME.matcher(name).matches())
      return failed("a name is a lower-case word of up to 32 letters, digits, dots and dashes");
    String fresh = ulid();
    return guards
        .claim(Guards.name(name), fresh)
        .thenCompose(
            id -> id.equals(fresh) ? done(id) : unmade(id, "the name " + name + " is taken"))
        .thenCompose(id -> phone.isEmpty() ? done(id) : tie(phone.get().person(), id))
        .thenCompose(
            id -> {
              Account made =
                  new Account(
                      id,
                      name,
                      role,
                      territory,
                      phone.map(Phone::person),
                      phone.map(tied -> vault.seal(tied.digits())),
                      false,
                      clock.instant(),
                      List.of(),
                      0);
              return insert(made);
            });
  }

  /** An id that was claimed for an account that a crash has kept from being made; or a failure. */
  private CompletableFuture<String> unmade(String id, String otherwise) {
    return get(id)
        .thenApply(
            found -> {
              if (found.isPresent()) throw new AccountException(otherwise);
              return id;
            });
  }

  private CompletableFuture<String> tie(String person, String id) {
    String guard = Guards.person(person);
    return guards
        .claim(guard, id)
        .thenCompose(
            owner ->
                owner.equals(id)
                    ? done(id)
                    : unmade(owner, "this number belongs to another account")
                        .thenCompose(dangling -> guards.move(guard, id))
                        .thenApply(moved -> id));
  }

  private CompletableFuture<Account> insert(Account made) {
    String writeId = ulid();
    Document document = new Document(made.id(), 0, writeId, AccountJson.write(made));
    return store
        .insert(SPEC.name(), List.of(document), Priority.TURN)
        .thenCompose(outcomes -> store.get(SPEC.name(), made.id()))
        .thenApply(
            found -> {
              if (found.filter(d -> d.writeId().equals(writeId)).isEmpty())
                throw new AccountException("the name " + made.name() + " is taken");
              return made;
            });
  }

  public CompletableFuture<Optional<Account>> get(String id) {
    return store.get(SPEC.name(), id).thenApply(found -> found.map(AccountJson::read));
  }

  private CompletableFuture<Optional<Account>> behind(String guard) {
    return guards
        .owner(guard)
        .thenCompose(
            id ->
                id.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.<Account>empty())
                    : get(id.get()));
  }

  /** By its name; fails when there is none. */
  public CompletableFuture<Account> named(String name) {
    return behind(Guards.name(name))
        .thenApply(
            found -> found.orElseThrow(() -> new AccountException("there is no account " + name)));
  }

  /** The one that acts by somebody's phone, disabled or not. */
  public CompletableFuture<Optional<Account>> tied(String person) {
    return behind(Guards.person(person))
        .thenApply(found -> found.filter(one -> one.person().equals(Optional.of(person))));
  }

  /** Nobody acts by somebody's phone any more; their account stays. Idempotent. */
  public CompletableFuture<Void> untie(String person) {
    return tied(person)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : change(found.get().id(), one -> untied(one, person), 1))
        .thenCompose(_ -> guards.drop(Guards.person(person)));
  }

  private static Account untied(Account account, String person) {
    return account.person().equals(Optional.of(person)) ? account.withoutPhone() : account;
  }

  /** All of them, oldest first. */
  public CompletableFuture<List<Account>> all() {
    return all("", new ArrayList<>());
  }

  private CompletableFuture<List<Account>> all(String after, List<Account> sofar) {
    return store
        .scan(SPEC.name(), after, PAGE)
        .thenCompose(
            page -> {
              for (Document document : page) sofar.add(AccountJson.read(document));
              return page.size() < PAGE
                  ? CompletableFuture.completedFuture(List.copyOf(sofar))
                  : all(page.getLast().id(), sofar);
            });
  }

  /**
   * Changes the account of a name, as it is stored now. Fails when nobody would be left to keep the
   * accounts, whatever is done to others at the same time.
   */
  public CompletableFuture<Account> change(String name, UnaryOperator<Account> edit) {
    return named(name).thenCompose(found -> change(found.id(), edit, 1));
  }

  private CompletableFuture<Account> change(String id, UnaryOperator<Account> edit, int attempt) {
    return get(id)
        .thenCompose(
            found -> {
              Account before = found.orElseThrow(() -> new AccountException("the account is gone"));
              Account after = edit.apply(before);
              boolean leaves = before.administers() && !after.administers();
              return (leaves ? succeeded(before) : CompletableFuture.completedFuture(true))
                  .thenCompose(
                      ready ->
                          ready ? written(before, after) : CompletableFuture.completedFuture(false))
                  .thenCompose(
                      written ->
                          written
                              ? CompletableFuture.completedFuture(after)
                              : again(id, edit, attempt));
            });
  }

  /**
   * Whether another administrator has said to be one still, by a write of their own account between
   * the reading of the one that leaves and its writing. Two who leave at the same time, each
   * relying on the other, so meet in one of the two documents: one of the writes is too late.
   */
  private CompletableFuture<Boolean> succeeded(Account leaving) {
    return all()
        .thenCompose(
            all ->
                all.stream()
                    .filter(Account::administers)
                    .filter(other -> !other.id().equals(leaving.id()))
                    .findFirst()
                    .map(other -> written(other, other))
                    .orElseGet(
                        () ->
                            CompletableFuture.failedFuture(
                                new AccountException(
                                    leaving.name()
                                        + " is the last administrator: make another one first"))));
  }

  /** Whether it was written, and not overtaken. */
  private CompletableFuture<Boolean> written(Account before, Account after) {
    String writeId = ulid();
    Document next =
        new Document(before.id(), before.version() + 1, writeId, AccountJson.write(after));
    return store
        .replaceIf(SPEC.name(), next, Priority.TURN)
        .thenCompose(
            outcome ->
                switch (outcome) {
                  case REPLACED -> CompletableFuture.completedFuture(true);
                  case UNKNOWN -> standing(before.id(), writeId);
                  default -> CompletableFuture.completedFuture(false);
                });
  }

  private CompletableFuture<Boolean> standing(String id, String writeId) {
    return store
        .get(SPEC.name(), id)
        .thenApply(found -> found.filter(d -> d.writeId().equals(writeId)).isPresent());
  }

  private CompletableFuture<Account> again(String id, UnaryOperator<Account> edit, int attempt) {
    return attempt < MOST_TRIES
        ? change(id, edit, attempt + 1)
        : failed("others change this account at the same time: try again");
  }

  /** Gives a token out: {@code scopes} within the role, until {@code expires}. */
  public CompletableFuture<Issued> issue(String name, Set<Scope> scopes, Instant expires) {
    Instant now = clock.instant();
    return named(name)
        .thenCompose(
            account -> {
              TokenText text = TokenText.mint(account.id(), random);
              Token token = new Token(tokenId(), hash.apply(text.whole()), scopes, now, expires);
              return change(account.id(), before -> with(before, token), 1)
                  .thenApply(after -> new Issued(text.whole(), token));
            });
  }

  private static Account with(Account account, Token token) {
    if (account.disabled()) throw new AccountException("the account is disabled");
    if (!Scope.within(account.role()).containsAll(token.scopes()))
      throw new AccountException("the role has not all of these scopes");
    List<Token> tokens = new ArrayList<>(account.tokens());
    tokens.removeIf(old -> old.expired(token.created()));
    if (tokens.size() >= Account.MOST_TOKENS)
      throw new AccountException("an account has at most " + Account.MOST_TOKENS + " tokens");
    tokens.add(token);
    return account.withTokens(tokens);
  }

  /** Takes a token back: it is good for nothing from the write on. */
  public CompletableFuture<Account> revoke(String name, String token) {
    return change(
        name,
        before -> {
          List<Token> left =
              before.tokens().stream().filter(one -> !one.id().equals(token)).toList();
          if (left.size() == before.tokens().size())
            throw new AccountException("the account has no token " + token);
          return before.withTokens(left);
        });
  }

  @Override
  public CompletableFuture<Optional<Actor>> of(String person) {
    return behind(Guards.person(person))
        .thenApply(
            found ->
                found
                    .filter(account -> !account.disabled())
                    .filter(account -> account.person().equals(Optional.of(person)))
                    .map(Account::actor));
  }

  @Override
  public CompletableFuture<Map<String, Actor>> all(Role role) {
    return all()
        .thenApply(
            all -> {
              Map<String, Actor> found = new LinkedHashMap<>();
              for (Account account : all)
                if (account.role() == role && !account.disabled())
                  account.person().ifPresent(person -> found.put(person, account.actor()));
              return found;
            });
  }

  @Override
  public CompletableFuture<Optional<String>> number(String person) {
    return tied(person)
        .thenApply(
            found ->
                found
                    .filter(account -> !account.disabled())
                    .flatMap(Account::sealed)
                    .flatMap(vault::open));
  }

  private String tokenId() {
    byte[] id = new byte[TOKEN_ID_BYTES];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  private String ulid() {
    byte[] octets = new byte[Ulid.RANDOM_LENGTH];
    random.nextBytes(octets);
    return Ulid.of(clock.instant(), octets).text();
  }

  private static CompletableFuture<String> done(String id) {
    return CompletableFuture.completedFuture(id);
  }

  private static <T> CompletableFuture<T> failed(String why) {
    return CompletableFuture.failedFuture(new AccountException(why));
  }
}
