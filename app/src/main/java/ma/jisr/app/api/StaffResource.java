package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.base.Address;
import ma.jisr.base.Msisdn;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.gateway.api.Problem;
import ma.jisr.gateway.api.ProblemException;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.shops.ShopStaff;
import ma.jisr.service.shops.ShopStaff.Member;
import ma.jisr.service.shops.ShopStaff.Post;

/** Who runs the queues of a shop, by a phone that is told once and kept in no readable form. */
final class StaffResource {
  private static final String MOROCCO = "212";

  private final ShopStaff staff;
  private final Function<Address, CompletableFuture<String>> person;

  StaffResource(Rooms rooms) {
    this.staff = rooms.shops().staff();
    this.person = rooms.person();
  }

  Map<String, Operation> operations() {
    return Map.of(
        "listStaff", this::list, "registerStaff", this::register, "dismissStaff", this::dismiss);
  }

  private CompletableFuture<Answer> list(Call call) {
    return staff
        .in(call.actor(), call.text("id"))
        .thenApply(
            ruling -> {
              if (!(ruling instanceof Ruling.Done<List<Member>> done)) return told(ruling);
              ObjectNode body = Forms.object();
              ArrayNode rows = body.putArray("staff");
              for (Member member : done.now().thing()) write(member, rows.addObject());
              return Answer.json(body);
            });
  }

  /** The number stands in no answer, problem or log. */
  private CompletableFuture<Answer> register(Call call) {
    Msisdn number =
        Msisdn.parse(call.json().path("phone").asText(), MOROCCO)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.invalid("phone: not a number, such as +212661000001")));
    Post post = Forms.constant(Post.class, call.json().path("post").asText("staff"));
    return person
        .apply(Address.of(number))
        .thenCompose(id -> staff.register(call.actor(), call.text("id"), id, post, call.writeId()))
        .thenApply(StaffResource::told);
  }

  private CompletableFuture<Answer> dismiss(Call call) {
    return staff
        .dismiss(call.actor(), call.text("id"), call.text("member"))
        .thenApply(StaffResource::told);
  }

  private static Answer told(Ruling<?> ruling) {
    if (ruling instanceof Ruling.Done<?> done && done.now().thing() instanceof Member member) {
      ObjectNode body = Forms.object();
      write(member, body);
      return Answer.json(body).of(member.id());
    }
    if (ruling instanceof Ruling.Refused<?> refused)
      return Answer.problem(ShopResource.problem(refused, "shop, or member of its staff"));
    throw new IllegalStateException("staff is neither shown nor overtaken");
  }

  private static void write(Member member, ObjectNode node) {
    node.put("id", member.id()).put("post", Forms.lower(member.post()));
    node.put("since", member.since().toString()).put("by", member.by());
  }
}
