package org.postpurchase.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Looks up what large mailbox providers ask of a sender's domain. Each look is one or a few
 * questions to the DNS with a short time-out; an answer that does not come is UNKNOWN, never a
 * fault.
 */
public final class CheckDomain {
  /** RFC 7208, 4.6.4: a record that needs more is a permanent error. */
  private static final int LOOKUPS_MAX = 10;

  private static final int DEPTH_MAX = 10;

  /** An RSA key of 1,024 bits in DER takes 162 bytes, one of 2,048 takes 294. */
  private static final int SHORT_KEY_BYTES = 200;

  private final DnsReader dns;

  public CheckDomain(DnsReader dns) {
    this.dns = dns;
  }

  /**
   * @param domain of the sender's address, in ASCII
   * @param selector of the DKIM key that the mail server signs with; empty when it is not known
   */
  public List<Finding> of(String domain, String selector) {
    List<Finding> findings = new ArrayList<>();
    findings.add(guarded(Finding.Subject.SPF, domain, () -> spf(domain)));
    String key = selector.isEmpty() ? domain : selector + "._domainkey." + domain;
    findings.add(guarded(Finding.Subject.DKIM, key, () -> dkim(key, selector)));
    findings.add(guarded(Finding.Subject.DMARC, "_dmarc." + domain, () -> dmarc(domain)));
    findings.add(
        guarded(
            Finding.Subject.MX,
            domain,
            () ->
                new Finding(
                    Finding.Subject.MX,
                    dns.takesMail(domain) ? Finding.Code.MX_FOUND : Finding.Code.MX_MISSING,
                    domain,
                    "")));
    return findings;
  }

  private static Finding guarded(Finding.Subject subject, String name, Supplier<Finding> look) {
    try {
      return look.get();
    } catch (DnsReader.DnsFailedException e) {
      return new Finding(subject, Finding.Code.NO_ANSWER, name, "");
    }
  }

  private static List<String> startingWith(String start, List<String> texts) {
    return texts.stream()
        .map(String::trim)
        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(start))
        .collect(Collectors.toList());
  }

  private Finding spf(String domain) {
    List<String> records = startingWith("v=spf1", dns.texts(domain));
    if (records.size() != 1) {
      return new Finding(
          Finding.Subject.SPF,
          records.isEmpty() ? Finding.Code.SPF_MISSING : Finding.Code.SPF_TWICE,
          domain,
          String.join(" | ", records));
    }
    String record = records.get(0);
    List<String> terms = Arrays.asList(record.toLowerCase(Locale.ROOT).split("\\s+"));
    Finding.Code code = Finding.Code.SPF_FOUND;
    if (terms.contains("+all") || terms.contains("all")) {
      code = Finding.Code.SPF_ALLOWS_ALL;
    } else if (lookups(record, new HashSet<>(), DEPTH_MAX) > LOOKUPS_MAX) {
      code = Finding.Code.SPF_TOO_MANY_LOOKUPS;
    } else if (!record.toLowerCase(Locale.ROOT).matches(".*\\s([-~]all|redirect=\\S+)(\\s.*)?")) {
      code = Finding.Code.SPF_OPEN_END;
    }
    return new Finding(Finding.Subject.SPF, code, domain, record);
  }

  /** As a receiver counts them: the record's own, and those of the records that it includes. */
  private int lookups(String record, Set<String> seen, int depth) {
    int count = 0;
    for (String term : record.toLowerCase(Locale.ROOT).split("\\s+")) {
      String plain = term.replaceFirst("^[-+~?]", "");
      boolean includes = plain.startsWith("include:") || plain.startsWith("redirect=");
      if (includes || plain.matches("(a|mx|ptr)([:/].*)?") || plain.startsWith("exists:")) {
        count++;
      }
      if (includes && depth > 0) {
        String other = plain.substring(plain.indexOf(plain.startsWith("i") ? ':' : '=') + 1);
        if (seen.add(other)) {
          for (String further : startingWith("v=spf1", dns.texts(other))) {
            count += lookups(further, seen, depth - 1);
          }
        }
      }
      if (count > LOOKUPS_MAX) {
        return count;
      }
    }
    return count;
  }

  private Finding dkim(String name, String selector) {
    if (selector.isEmpty()) {
      return new Finding(Finding.Subject.DKIM, Finding.Code.DKIM_NO_SELECTOR, name, "");
    }
    for (String text : dns.texts(name)) {
      Map<String, String> tags = tags(text);
      if (tags.containsKey("p")) {
        String key = tags.get("p");
        Finding.Code code =
            key.isEmpty()
                ? Finding.Code.DKIM_REVOKED
                : isShort(tags.getOrDefault("k", "rsa"), key)
                    ? Finding.Code.DKIM_SHORT
                    : Finding.Code.DKIM_FOUND;
        return new Finding(Finding.Subject.DKIM, code, name, text);
      }
    }
    return new Finding(Finding.Subject.DKIM, Finding.Code.DKIM_MISSING, name, "");
  }

  private static boolean isShort(String kind, String key) {
    try {
      return kind.equals("rsa") && Base64.getMimeDecoder().decode(key).length < SHORT_KEY_BYTES;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  /** The domain's own, else that of the domain above it, which holds for it too. */
  private Finding dmarc(String domain) {
    String at = domain;
    while (at.contains(".")) {
      String name = "_dmarc." + at;
      List<String> records = startingWith("v=dmarc1", dns.texts(name));
      if (records.size() > 1) {
        return new Finding(
            Finding.Subject.DMARC, Finding.Code.DMARC_TWICE, name, String.join(" | ", records));
      }
      if (!records.isEmpty()) {
        return dmarc(name, records.get(0), !at.equals(domain));
      }
      at = at.substring(at.indexOf('.') + 1);
    }
    return new Finding(Finding.Subject.DMARC, Finding.Code.DMARC_MISSING, "_dmarc." + domain, "");
  }

  private static Finding dmarc(String name, String record, boolean inherited) {
    Map<String, String> tags = tags(record);
    String policy = tags.getOrDefault("p", "");
    if (inherited && tags.containsKey("sp")) {
      policy = tags.get("sp");
    }
    Finding.Code code = Finding.Code.DMARC_BROKEN;
    if (policy.equals("none")) {
      code = Finding.Code.DMARC_NONE;
    } else if (policy.equals("quarantine") || policy.equals("reject")) {
      code = Finding.Code.DMARC_FOUND;
    }
    return new Finding(Finding.Subject.DMARC, code, name, record);
  }

  private static Map<String, String> tags(String record) {
    Map<String, String> tags = new HashMap<>();
    for (String tag : record.split(";")) {
      int at = tag.indexOf('=');
      if (at > 0) {
        String name = tag.substring(0, at).trim().toLowerCase(Locale.ROOT);
        String value = tag.substring(at + 1).replaceAll("\\s+", "");
        tags.put(name, name.equals("p") && value.length() > 20 ? value : lower(value));
      }
    }
    return tags;
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }
}
