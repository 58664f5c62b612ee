package ma.jisr.service;

import ma.jisr.service.account.AccountsDesk;

/**
 * What the account service is handed.
 *
 * @param desk what people may ask about what is kept of them
 */
public record AccountPorts(AccountsDesk desk) {}
