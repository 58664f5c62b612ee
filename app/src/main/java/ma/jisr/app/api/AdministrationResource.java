package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.account.Account;
import ma.jisr.gateway.account.Accounts;
import ma.jisr.gateway.account.Audit;
import ma.jisr.gateway.account.Scope;
import ma.jisr.gateway.account.Token;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.gateway.api.Problem;
import ma.jisr.gateway.api.ProblemException;

/** What administrators read: who may work with Jisr, and who did what. */
final class AdministrationResource {
  private static final int USUAL = 100;

  private final Accounts accounts;
  private final Audit audit;
  private final InstantSource clock;

  AdministrationResource(Accounts accounts, Audit audit, InstantSource clock) {
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  Map<String, Operation> operations() {
    return Map.of("listAccounts", this::list, "readAudit", this::read);
  }

  private CompletableFuture<Answer> list(Call call) {
    return accounts
        .all()
        .thenApply(
            all -> {
              ObjectNode body = Forms.object();
              ArrayNode rows = body.putArray("accounts");
              for (Account account : all) write(account, rows.addObject());
              return Answer.json(body);
            });
  }

  private static void write(Account account, ObjectNode node) {
    node.put("id", account.id()).put("name", account.name());
    node.put("role", Forms.lower(account.role()));
    node.put("everywhere", account.territory().everywhere());
    ArrayNode areas = node.putArray("areas");
    account.territory().areas().stream().sorted().forEach(areas::add);
    node.put("phone", account.person().isPresent()).put("disabled", account.disabled());
    node.put("created", account.created().toString());
    ArrayNode tokens = node.putArray("tokens");
    for (Token token : account.tokens()) {
      ObjectNode one = tokens.addObject().put("id", token.id());
      ArrayNode scopes = one.putArray("scopes");
      token.scopes().stream().map(Scope::text).sorted().forEach(scopes::add);
      one.put("created", token.created().toString()).put("expires", token.expires().toString());
    }
  }

  private CompletableFuture<Answer> read(Call call) {
    int limit = call.whole("limit", USUAL);
    LocalDate day;
    try {
      day = call.maybe("day").map(LocalDate::parse).orElse(Audit.day(clock.instant()));
    } catch (DateTimeException e) {
      throw new ProblemException(Problem.malformed("There is no such day"));
    }
    return audit
        .read(day, call.page().orElse(""), limit)
        .thenApply(lines -> Answer.json(write(lines, limit, call)));
  }

  private static ObjectNode write(List<Audit.Line> lines, int limit, Call call) {
    ObjectNode body = Forms.object();
    ArrayNode rows = body.putArray("lines");
    for (Audit.Line line : lines)
      rows.addObject()
          .put("at", line.at().toString())
          .put("by", line.who().by())
          .put("token", line.who().token())
          .put("from", line.who().from())
          .put("did", line.did())
          .put("of", line.of())
          .put("status", line.status());
    if (lines.size() == limit) body.put("next", call.next(lines.getLast().id()));
    return body;
  }
}
