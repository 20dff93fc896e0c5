package org.postpurchase.admin.work;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the key of an item is about, as far as it names an account or an order. */
final class FailedItem {
  private static final Pattern ACCOUNT = Pattern.compile("account (\\d{1,18})(?: .*)?");
  private static final Pattern EXPIRING = Pattern.compile("points:(\\d{1,18}):\\d{1,18}");
  private static final Pattern ORDER = Pattern.compile("order (\\d{1,18})(?: .*)?");

  /** 0 when it is not about an account. */
  final long accountId;

  /** 0 when it is not about an order. */
  final long orderId;

  FailedItem(String key) {
    long account = number(ACCOUNT, key);
    accountId = account == 0 ? number(EXPIRING, key) : account;
    orderId = number(ORDER, key);
  }

  private static long number(Pattern form, String key) {
    Matcher m = form.matcher(key);
    return m.matches() ? Long.parseLong(m.group(1)) : 0;
  }
}
