package ma.jisr.sandbox.wallet.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.jisr.sandbox.wallet.ledger.Ledger;
import ma.jisr.sandbox.wallet.ledger.Leg;
import ma.jisr.sandbox.wallet.ledger.Reservation;
import org.jspecify.annotations.Nullable;

/**
 * All accounts, and the switch's table of whose number is where. A wallet comes about when its
 * number is first named; its digits say what kind it is, see docs/wallet.md. Touched on the loop
 * only.
 */
public final class Accounts {
  /** The PIN that wallets have unless told otherwise. */
  public static final String PIN = "1234";

  /** A Moroccan mobile number, in international digits: nobody else has a wallet. */
  private static final Pattern MOBILE = Pattern.compile("212[67][0-9]{8}");

  /** Wallets at most; the ledger has room for the others' accounts beside them. */
  private static final int WALLETS = Ledger.ACCOUNTS - 100;

  private static final long USUAL_SEED = 1_000_00;
  private static final long LEVEL_ONE_SEED = 150_00;
  private static final long LEVEL_THREE_SEED = 12_000_00;
  private final Ledger ledger;
  private final Map<String, Wallet> wallets = new HashMap<>();
  private final Map<String, Organisation> organisations = new HashMap<>();

  /** The accounts of a ledger that is empty. */
  public Accounts(Ledger ledger) {
    this.ledger = ledger;
    for (Issuer issuer : Issuer.values()) {
      ledger.openInstitution(issuer.owes());
      ledger.openInstitution(issuer.settles());
      ledger.openInstitution(issuer.fees());
    }
    for (Organisation seeded : Organisation.SEEDED) {
      organisations.put(seeded.id(), seeded);
      ledger.openCustomer(seeded.book(), Ledger.UNBOUNDED);
      endow(seeded, seeded.seed());
    }
  }

  /** Who is meant by the identifiers: the first of them that names an account. */
  public Optional<Holder> find(List<Party> parties) {
    return parties.stream().map(this::find).flatMap(Optional::stream).findFirst();
  }

  private Optional<Holder> find(Party party) {
    return switch (party.key()) {
      case "msisdn" -> Optional.ofNullable(wallet(bare(party.value())));
      case "organisationid", "serviceprovider", "storeid" ->
          Optional.ofNullable(organisations.get(party.value()));
      default -> Optional.empty();
    };
  }

  private static String bare(String msisdn) {
    return msisdn.startsWith("+") ? msisdn.substring(1) : msisdn;
  }

  /** The wallet of a number in international digits without "+"; null when it has none. */
  public @Nullable Wallet wallet(String msisdn) {
    Wallet known = wallets.get(msisdn);
    if (known != null) {
      return known;
    }
    if (!MOBILE.matcher(msisdn).matches() || digit(msisdn, 1) == 0 || wallets.size() >= WALLETS) {
      return null;
    }
    return opened(msisdn);
  }

  /** The digit of the number at the place, from its end. */
  private static int digit(String msisdn, int place) {
    return msisdn.charAt(msisdn.length() - place) - '0';
  }

  private Wallet opened(String msisdn) {
    int last = digit(msisdn, 1);
    Level level =
        switch (last) {
          case 1 -> Level.ONE;
          case 8 -> Level.THREE;
          default -> Level.TWO;
        };
    long seed =
        switch (level) {
          case ONE -> LEVEL_ONE_SEED;
          case TWO -> USUAL_SEED;
          case THREE -> LEVEL_THREE_SEED;
        };
    var issuer = digit(msisdn, 2) % 2 == 0 ? Issuer.A : Issuer.B;
    var wallet = new Wallet(msisdn, issuer, level, PIN);
    wallet.closed(last == 9);
    wallets.put(msisdn, wallet);
    ledger.openCustomer(wallet.book(), level.most());
    endow(wallet, seed);
    return wallet;
  }

  /** Gives the holder so much of its issuer's money; takes it when it is below zero. */
  private void endow(Holder holder, long centimes) {
    if (centimes == 0) {
      return;
    }
    String owes = holder.issuer().owes();
    Leg leg =
        centimes > 0
            ? new Leg(owes, holder.book(), centimes)
            : new Leg(holder.book(), owes, -centimes);
    book(leg);
  }

  private void book(Leg leg) {
    if (!(ledger.reserve(List.of(leg)) instanceof Reservation reserved)) {
      throw new IllegalArgumentException("the account has no room for so much, or not so much");
    }
    ledger.book(reserved);
  }

  /** The wallet goes to the other issuer, who then owes what is in it. */
  private void ported(Wallet wallet, Issuer to) {
    long balance = ledger.balance(wallet.book()).booked();
    if (balance > 0) {
      book(new Leg(to.owes(), wallet.issuer().owes(), balance));
    }
    wallet.issuer(to);
  }

  /** Changes a wallet as whoever tests wants it; what is null stays. */
  public void change(Wallet wallet, Change change) {
    Level level = change.level();
    if (level != null) {
      wallet.level(level);
      ledger.most(wallet.book(), level.most());
    }
    if (change.issuer() != null && change.issuer() != wallet.issuer()) {
      ported(wallet, change.issuer());
    }
    if (change.pin() != null) {
      wallet.pin(change.pin());
    }
    if (change.closed() != null) {
      wallet.closed(change.closed());
    }
    if (change.balance() != null) {
      endow(wallet, change.balance() - ledger.balance(wallet.book()).booked());
    }
  }

  /**
   * What is to be another of a wallet; null for what stays.
   *
   * @param balance in centimes, booked
   */
  public record Change(
      @Nullable Level level,
      @Nullable Issuer issuer,
      @Nullable String pin,
      @Nullable Boolean closed,
      @Nullable Long balance) {
    @Override
    public String toString() {
      return "Change[hidden]";
    }
  }

  /** All billers. */
  public List<Organisation> billers() {
    return Organisation.SEEDED.stream().filter(o -> o.trade().equals("biller")).toList();
  }
}
