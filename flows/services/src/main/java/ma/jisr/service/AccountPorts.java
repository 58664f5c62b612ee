package ma.jisr.service;

import java.util.Optional;
import ma.jisr.service.account.AccountsDesk;
import ma.jisr.service.account.KeptWords;

/**
 * What the account service is handed.
 *
 * @param desk what people may ask about what is kept of them
 * @param words in which they are told
 * @param page where people read their copy on the web, as it is told them and typed by them
 *     ("jisr.example.ma/me"); empty where it is served nowhere
 */
public record AccountPorts(AccountsDesk desk, KeptWords words, Optional<String> page) {}
