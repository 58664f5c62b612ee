package ma.jisr.sandbox;

import java.nio.file.Path;
import ma.jisr.sandbox.centre.CentreSettings;
import ma.jisr.sandbox.smpp.LinkSettings;
import ma.jisr.sandbox.wallet.WalletSettings;

/**
 * What a sandbox is started with.
 *
 * @param link who may bind, and where
 * @param centre codes, times and prices
 * @param folder where the file of the radio is written, by which phones of other processes find it
 * @param wallet the provider of mobile wallets
 */
public record SandboxSettings(
    LinkSettings link, CentreSettings centre, Path folder, WalletSettings wallet) {}
