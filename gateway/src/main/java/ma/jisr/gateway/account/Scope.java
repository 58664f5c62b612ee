package ma.jisr.gateway.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Role;

/** A part of the API that a token may be good for. What its bearer may do there, the role says. */
public enum Scope {
  PLACES_READ("places:read"),
  HOTSPOTS_READ("hotspots:read"),
  HOTSPOTS_WRITE("hotspots:write"),
  SHOPS_READ("shops:read"),
  SHOPS_WRITE("shops:write"),
  QUEUES_READ("queues:read"),
  QUEUES_WRITE("queues:write"),
  PAYEES_READ("payees:read"),
  PAYEES_WRITE("payees:write"),
  CLAIMS_READ("claims:read"),
  CLAIMS_WRITE("claims:write"),
  BENEFITS_READ("benefits:read"),
  BENEFITS_WRITE("benefits:write"),
  CHALLENGES_READ("challenges:read"),
  CHALLENGES_WRITE("challenges:write"),
  NOTICES_READ("notices:read"),
  NOTICES_WRITE("notices:write"),
  AUDIENCE_READ("audience:read"),
  AUDIENCE_WRITE("audience:write"),
  IMPORTS_READ("imports:read"),
  IMPORTS_WRITE("imports:write"),
  REPORTS_READ("reports:read"),
  DEMAND_READ("demand:read"),
  ACCOUNTS_READ("accounts:read"),
  AUDIT_READ("audit:read");

  /** What viewers see. */
  private static final Set<Scope> READING =
      EnumSet.of(
          PLACES_READ,
          HOTSPOTS_READ,
          SHOPS_READ,
          QUEUES_READ,
          PAYEES_READ,
          BENEFITS_READ,
          CHALLENGES_READ,
          NOTICES_READ,
          AUDIENCE_READ,
          IMPORTS_READ,
          REPORTS_READ,
          DEMAND_READ);

  private final String text;

  Scope(String text) {
    this.text = text;
  }

  /** As tokens, commands and the API's description name it. */
  public String text() {
    return text;
  }

  public static Optional<Scope> of(String text) {
    return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
  }

  /** All that a role may have. */
  public static Set<Scope> within(Role role) {
    return switch (role) {
      case PERSON -> EnumSet.noneOf(Scope.class);
      case AGENT ->
          EnumSet.of(
              PLACES_READ, HOTSPOTS_READ, HOTSPOTS_WRITE, SHOPS_READ, QUEUES_READ, PAYEES_READ);
      case VIEWER -> EnumSet.copyOf(READING);
      case OFFICIAL -> {
        Set<Scope> scopes = EnumSet.copyOf(READING);
        scopes.add(NOTICES_WRITE);
        scopes.add(AUDIENCE_WRITE);
        yield scopes;
      }
      case OPERATOR -> EnumSet.complementOf(EnumSet.of(ACCOUNTS_READ, AUDIT_READ));
      case ADMINISTRATOR -> EnumSet.allOf(Scope.class);
    };
  }
}
