package ma.jisr.service.challenges;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.LocalText;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.map.place.Area;
import ma.jisr.service.Ports;
import ma.jisr.service.challenges.follow.Follows;
import ma.jisr.service.challenges.register.Theme;
import ma.jisr.service.hotspots.Requests;
import ma.jisr.service.words.ShortName;

/** What people are told who follow themes and places. */
final class FollowAnswers {
  private final Ports ports;
  private final Follows follows;

  FollowAnswers(Ports ports) {
    this.ports = ports;
    this.follows = ports.challenges().follows();
  }

  CompletableFuture<OperationResult> follow(OperationRequest request) {
    String theme = Requests.id(request, "theme");
    String list =
        theme.isEmpty() ? Follows.place(Requests.id(request, "place")) : Follows.theme(theme);
    return follows
        .follow(request.person(), list)
        .thenApply(done -> new OperationResult(done ? "followed" : "enough", Map.of()));
  }

  CompletableFuture<OperationResult> unfollow(OperationRequest request) {
    return follows
        .unfollow(request.person(), Requests.id(request, "followed"))
        .thenApply(_ -> new OperationResult("unfollowed", Map.of()));
  }

  CompletableFuture<OperationResult> mine(OperationRequest request) {
    return follows
        .of(request.person())
        .thenApply(
            lists -> {
              List<Value.Item> items = new ArrayList<>();
              for (String list : lists)
                if (items.size() < FollowOperations.LISTED)
                  items.add(Value.Item.of(list, label(list)));
              return new OperationResult(
                  items.isEmpty() ? "none" : "found", Map.of("follows", new Value.Items(items)));
            });
  }

  private LocalText label(String list) {
    String id = list.substring(list.indexOf(':') + 1);
    LocalText name =
        list.startsWith("t:")
            ? ports.challenges().book().theme(id).map(Theme::title).orElse(LocalText.same(id))
            : ports.gazetteer().area(id).map(Area::name).orElse(LocalText.same(id));
    return ShortName.of(name, FollowOperations.LABEL);
  }
}
