package ma.jisr.app.command;

import ma.jisr.app.account.Signatures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says in whose name a command is done. */
final class Signature {
  @Option(
      names = "--as",
      paramLabel = "ACCOUNT",
      description = "in its name and with its rights; without it, as the owner of the data")
  @Nullable String account;

  /** As a word of a request; a name that cannot be one is nobody's. */
  String word() {
    return account == null ? Signatures.OWNER : account.replaceAll("\\s", "?");
  }
}
