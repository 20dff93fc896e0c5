package org.postpurchase.domain.dns;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.postpurchase.domain.DnsReader;

/**
 * By the JDK's own provider, which brings no library and takes over nobody's name resolution. It
 * gives texts of several pieces with blanks between them, which are taken out here.
 */
final class JndiDns implements DnsReader {
  private static final String TIMEOUT_MILLIS = "1500";
  private static final String RETRIES = "2";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,252}");

  private final String server;

  JndiDns(String server) {
    this.server = server;
  }

  @Override
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (String record : records(name, "TXT")) {
      texts.add(joined(record));
    }
    return texts;
  }

  @Override
  public boolean takesMail(String name) {
    return !records(name, "MX").isEmpty();
  }

  /** Never a name that JNDI could take for an address of another kind, such as {@code ldap:}. */
  @SuppressWarnings("BanJNDI")
  private List<String> records(String name, String type) {
    if (!PLAIN.matcher(name).matches()) {
      return new ArrayList<>();
    }
    Hashtable<String, String> settings = new Hashtable<>();
    settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    settings.put("com.sun.jndi.dns.timeout.initial", TIMEOUT_MILLIS);
    settings.put("com.sun.jndi.dns.timeout.retries", RETRIES);
    settings.put(Context.PROVIDER_URL, server.isEmpty() ? "dns:" : "dns://" + server);
    List<String> records = new ArrayList<>();
    InitialDirContext context = null;
    try {
      context = new InitialDirContext(settings);
      Attribute found = context.getAttributes(name, new String[] {type}).get(type);
      NamingEnumeration<?> all = found == null ? null : found.getAll();
      while (all != null && all.hasMore()) {
        records.add(String.valueOf(all.next()));
      }
      return records;
    } catch (NameNotFoundException none) {
      return records;
    } catch (NamingException e) {
      throw new DnsFailedException(name + ": " + e.getMessage(), e);
    } finally {
      close(context);
    }
  }

  private static void close(InitialDirContext context) {
    try {
      if (context != null) {
        context.close();
      }
    } catch (NamingException e) {
      throw new DnsFailedException("the look was not ended: " + e.getMessage(), e);
    }
  }

  /** Pieces with blanks in them stand in quotes: {@code "v=DKIM1; p=AB" CD} is one text. */
  private static String joined(String record) {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < record.length(); i++) {
      char c = record.charAt(i);
      if (c == '\\' && i + 1 < record.length()) {
        text.append(record.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || c != ' ') {
        text.append(c);
      }
    }
    return text.toString();
  }
}
