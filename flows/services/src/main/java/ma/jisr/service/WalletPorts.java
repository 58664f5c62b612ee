package ma.jisr.service;

import java.time.Duration;
import java.util.function.Function;
import ma.jisr.service.proof.Proofs;
import ma.jisr.service.wallet.benefit.Benefits;
import ma.jisr.service.wallet.claim.Claims;
import ma.jisr.service.wallet.payee.PayeeBook;
import ma.jisr.service.wallet.payment.Payments;

/**
 * What the wallet service is handed where a provider of wallets is configured; elsewhere there is
 * none, and nothing of it is offered.
 *
 * @param payments prepares, asks for and follows what is paid
 * @param payees the register of who is paid but people
 * @param claims what is said against payments
 * @param benefits what waits for people
 * @param proofs shows who has the phone that an SMS seems to come from
 * @param settle by link: how long after a dialogue's end a handset needs until it shows a wallet's
 *     prompt
 */
public record WalletPorts(
    Payments payments,
    PayeeBook payees,
    Claims claims,
    Benefits benefits,
    Proofs proofs,
    Function<String, Duration> settle) {}
