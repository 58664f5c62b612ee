package ma.jisr.sandbox.wallet.payment;

import java.time.Instant;
import java.util.Optional;
import ma.jisr.sandbox.centre.Dialogue;
import ma.jisr.sandbox.centre.Menu;
import ma.jisr.sandbox.centre.PromptEnd;
import ma.jisr.sandbox.centre.Prompter;
import ma.jisr.sandbox.wallet.account.Accounts;
import ma.jisr.sandbox.wallet.account.Wallet;
import ma.jisr.sandbox.wallet.ledger.Ledger;
import ma.jisr.sandbox.wallet.payment.Payment.State;
import ma.jisr.sandbox.world.Loop;

/**
 * How payers are asked: by a prompt on their phones, which only a PIN answers. A phone that is busy
 * or away is tried again for a while; after that the owner dials the provider's own code. Touched
 * on the loop only.
 */
public final class Approvals implements Menu {
  private final Loop loop;
  private final Desk desk;
  private final Ledger ledger;
  private final Accounts accounts;
  private final Prompter prompter;
  private final Times times;
  private final String code;
  private Approval how;

  /**
   * Asks by the prompter.
   *
   * @param code the provider's own, by which its customers find what waits for them
   */
  public Approvals(
      Loop loop,
      Desk desk,
      Ledger ledger,
      Accounts accounts,
      Prompter prompter,
      Times times,
      String code,
      Approval how) {
    this.loop = loop;
    this.desk = desk;
    this.ledger = ledger;
    this.accounts = accounts;
    this.prompter = prompter;
    this.times = times;
    this.code = code;
    this.how = how;
  }

  /** How payers approve from now on. */
  public void how(Approval other) {
    how = other;
  }

  /** Asks the payer of the payment. */
  public void ask(Payment payment) {
    Instant until = loop.now().plus(times.prompt()).plus(times.asking());
    loop.after(times.prompt(), () -> attempt(payment, until));
  }

  private void attempt(Payment payment, Instant until) {
    Optional<Wallet> payer = desk.payer(payment);
    if (payment.state() != State.PENDING || how == Approval.CALL) {
      return;
    }
    if (how == Approval.AUTO || payer.isEmpty()) {
      desk.approve(payment);
      return;
    }
    var asked = new PinDialogue(payer.get(), payment, until);
    if (prompter.open(payer.get().msisdn(), asked.first(), asked) != Prompter.Result.SHOWN) {
      later(payment, until);
    }
  }

  private void later(Payment payment, Instant until) {
    if (payment.state() == State.PENDING && !loop.now().plus(times.again()).isAfter(until)) {
      loop.after(times.again(), () -> attempt(payment, until));
    }
  }

  @Override
  public boolean has(String dialled) {
    return code.equals(dialled);
  }

  @Override
  public void dialled(String msisdn) {
    Wallet wallet = accounts.wallet(msisdn);
    if (wallet == null) {
      prompter.open(msisdn, new Dialogue.Page("Vous n'avez pas de wallet.", false), new Nothing());
      return;
    }
    var waiting = desk.waiting(wallet);
    if (waiting.isEmpty()) {
      var balance = new BalanceDialogue(wallet);
      prompter.open(msisdn, balance.first(), balance);
    } else {
      var asked = new PinDialogue(wallet, waiting.getFirst(), Instant.MIN);
      prompter.open(msisdn, asked.first(), asked);
    }
  }

  private static Dialogue.Page end(String text) {
    return new Dialogue.Page(text, false);
  }

  private static final class Nothing implements Dialogue {
    @Override
    public Page typed(String text) {
      return end("Au revoir.");
    }

    @Override
    public void gone(PromptEnd why) {
      // Nothing was asked.
    }
  }

  /** The question for the PIN of a payment. */
  private final class PinDialogue implements Dialogue {
    private static final String REFUSES = "0";
    private final Wallet payer;
    private final Payment payment;
    private final Instant until;

    PinDialogue(Wallet payer, Payment payment, Instant until) {
      this.payer = payer;
      this.payment = payment;
      this.until = until;
    }

    Page first() {
      String ours = payment.order().ours();
      return new Page(
          payer.issuer().title()
              + "\nPayer "
              + Dirhams.write(payment.order().centimes())
              + " DH a "
              + payment.payeeName()
              + "? Frais "
              + Dirhams.write(payment.fee())
              + " DH."
              + (ours.isEmpty() ? "" : " Ref " + Screens.plain(ours))
              + "\nVotre code PIN (0 refuser):",
          true);
    }

    @Override
    public Page typed(String text) {
      if (payment.state() != State.PENDING) {
        return end("Cette demande n'attend plus.");
      }
      if (text.equals(REFUSES)) {
        desk.fail(payment, Problem.declined("the payer has refused"));
        return end("Demande refusee. Rien n'est debite.");
      }
      if (payer.opensWith(text)) {
        return approved();
      }
      if (payer.locked()) {
        desk.fail(payment, Problem.declined("the payer's PIN was wrong"));
        return end("Code PIN faux 3 fois. Votre wallet est bloque.");
      }
      return new Page("Code PIN faux. Encore " + payer.triesLeft() + " essai(s).\nCode PIN:", true);
    }

    private Page approved() {
      desk.approve(payment);
      return end(
          "Paye: "
              + Dirhams.write(payment.order().centimes())
              + " DH a "
              + payment.payeeName()
              + ". Recu "
              + payment.receipt()
              + ". Solde "
              + Dirhams.write(ledger.balance(payer.book()).available())
              + " DH.");
    }

    @Override
    public void gone(PromptEnd why) {
      if (why == PromptEnd.REFUSED) {
        desk.fail(payment, Problem.declined("the payer has refused"));
      } else {
        later(payment, until);
      }
    }
  }

  /** The question for the PIN before the balance is told. */
  private final class BalanceDialogue implements Dialogue {
    private final Wallet owner;

    BalanceDialogue(Wallet owner) {
      this.owner = owner;
    }

    Page first() {
      return new Page(
          owner.issuer().title() + "\nAucune demande n'attend.\nCode PIN pour le solde:", true);
    }

    @Override
    public Page typed(String text) {
      return end(
          owner.opensWith(text)
              ? "Solde " + Dirhams.write(ledger.balance(owner.book()).available()) + " DH."
              : owner.locked() ? "Votre wallet est bloque." : "Code PIN faux.");
    }

    @Override
    public void gone(PromptEnd why) {
      // Nothing was asked that somebody waits for.
    }
  }
}
