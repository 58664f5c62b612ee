package ma.jisr.service;

import java.time.Duration;
import java.util.function.Function;
import ma.jisr.service.proof.Proofs;

/**
 * What the wallet service is handed where a provider of wallets is configured; elsewhere there is
 * none, and nothing of it is offered.
 *
 * @param proofs shows who has the phone that an SMS seems to come from
 * @param settle by link: how long after a dialogue's end a handset needs until it shows a wallet's
 *     prompt
 */
public record WalletPorts(Proofs proofs, Function<String, Duration> settle) {}
