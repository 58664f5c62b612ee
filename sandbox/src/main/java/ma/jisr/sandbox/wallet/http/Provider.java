package ma.jisr.sandbox.wallet.http;

import java.util.concurrent.atomic.AtomicReference;
import ma.jisr.sandbox.wallet.account.Accounts;
import ma.jisr.sandbox.wallet.account.Bills;
import ma.jisr.sandbox.wallet.ledger.Ledger;
import ma.jisr.sandbox.wallet.payment.Approvals;
import ma.jisr.sandbox.wallet.payment.Desk;
import ma.jisr.sandbox.wallet.payment.Faults;
import ma.jisr.sandbox.world.Loop;

/**
 * The simulated provider behind its doors.
 *
 * @param health what it says of itself
 */
public record Provider(
    Loop loop,
    Ledger ledger,
    Accounts accounts,
    Bills bills,
    Desk desk,
    Approvals approvals,
    Faults faults,
    Callbacks callbacks,
    AtomicReference<Health> health) {}
