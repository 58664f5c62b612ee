package ma.jisr.app.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import ma.jisr.gateway.account.Account;
import ma.jisr.gateway.account.Audit;
import ma.jisr.gateway.account.Scope;
import ma.jisr.gateway.account.Token;

/** Accounts and the audit trail in lines. */
final class AccountLines {
  private AccountLines() {}

  static String line(Account account) {
    return String.join(
        "  ",
        account.name(),
        account.role().name().toLowerCase(Locale.ROOT),
        territory(account),
        account.person().isPresent() ? "phone" : "no phone",
        account.tokens().size() + (account.tokens().size() == 1 ? " token" : " tokens"),
        account.disabled() ? "disabled" : "enabled",
        account.id());
  }

  private static String territory(Account account) {
    if (account.territory().everywhere()) return AccountDesk.EVERYWHERE;
    return account.territory().areas().stream().sorted().collect(Collectors.joining(","));
  }

  static List<String> all(Account account) {
    List<String> lines = new ArrayList<>(List.of(line(account), "made " + account.created()));
    lines.addAll(tokens(account));
    return lines;
  }

  static List<String> tokens(Account account) {
    if (account.tokens().isEmpty()) return List.of("no tokens");
    return account.tokens().stream().map(AccountLines::line).toList();
  }

  private static String line(Token token) {
    return token.id() + "  until " + token.expires() + "  " + scopes(token.scopes());
  }

  static String scopes(Collection<Scope> scopes) {
    return scopes.stream().map(Scope::text).sorted().collect(Collectors.joining(","));
  }

  /**
   * @param names of accounts, by their ids
   */
  static String line(Audit.Line line, Map<String, String> names) {
    String what = line.did() + (line.of().isEmpty() ? "" : " " + line.of());
    Audit.Who who = line.who();
    String token = who.token().isEmpty() ? "" : "/" + who.token();
    String from = who.from().isEmpty() ? "" : " from " + who.from();
    String came = line.status() == Audit.Line.ASKED ? "asked" : Integer.toString(line.status());
    String name = names.containsKey(who.by()) ? names.get(who.by()) + " " : "";
    return line.at() + " " + name + who.by() + token + from + ": " + what + ", " + came;
  }
}
