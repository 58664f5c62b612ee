package ma.jisr.gateway.account;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.store.Document;

/** The stored form of an account. */
final class AccountJson {
  /** Written into each document; a node never writes a newer one than its own. */
  static final int SCHEMA = 1;

  private static final JsonMapper JSON = new JsonMapper();

  private AccountJson() {}

  static String write(Account account) {
    ObjectNode node = JSON.createObjectNode().put("schema", SCHEMA).put("name", account.name());
    node.put("role", lower(account.role())).put("everywhere", account.territory().everywhere());
    ArrayNode areas = node.putArray("areas");
    account.territory().areas().stream().sorted().forEach(areas::add);
    account.person().ifPresent(person -> node.put("person", person));
    account.sealed().ifPresent(number -> node.put("number", number));
    node.put("disabled", account.disabled()).put("created", account.created().toString());
    ArrayNode tokens = node.putArray("tokens");
    for (Token token : account.tokens()) write(token, tokens.addObject());
    return node.toString();
  }

  private static void write(Token token, ObjectNode node) {
    node.put("id", token.id()).put("hash", token.hash());
    ArrayNode scopes = node.putArray("scopes");
    token.scopes().stream().map(Scope::text).sorted().forEach(scopes::add);
    node.put("created", token.created().toString()).put("expires", token.expires().toString());
  }

  /**
   * @throws AccountException when it is none, or of a newer release
   */
  static Account read(Document stored) {
    try {
      JsonNode node = JSON.readTree(stored.json());
      if (node.path("schema").asInt() > SCHEMA)
        throw new AccountException("the account was written by a newer release");
      List<Token> tokens = new ArrayList<>();
      for (JsonNode token : node.path("tokens")) tokens.add(token(token));
      return new Account(
          stored.id(),
          node.path("name").asText(),
          Role.valueOf(node.path("role").asText().toUpperCase(Locale.ROOT)),
          new Territory(words(node.path("areas")), node.path("everywhere").asBoolean()),
          Optional.ofNullable(node.path("person").textValue()),
          Optional.ofNullable(node.path("number").textValue()),
          node.path("disabled").asBoolean(),
          Instant.parse(node.path("created").asText()),
          tokens,
          stored.version());
    } catch (JacksonException | RuntimeException e) {
      if (e instanceof AccountException known) throw known;
      throw new AccountException("the account " + stored.id() + " cannot be read");
    }
  }

  /** Scopes of another release are left out: what nobody knows opens nothing. */
  private static Token token(JsonNode node) {
    Set<Scope> scopes = new HashSet<>();
    for (String word : words(node.path("scopes"))) Scope.of(word).ifPresent(scopes::add);
    return new Token(
        node.path("id").asText(),
        node.path("hash").asText(),
        scopes,
        Instant.parse(node.path("created").asText()),
        Instant.parse(node.path("expires").asText()));
  }

  private static Set<String> words(JsonNode array) {
    Set<String> words = new HashSet<>();
    for (JsonNode word : array) words.add(word.asText());
    return words;
  }

  private static String lower(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
