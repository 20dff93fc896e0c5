package org.postpurchase.sms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postpurchase.feedback.CallbackRequest;

/**
 * Twilio signs the address that it calls, followed by the fields of the form in the order of their
 * names. Behind a proxy neither scheme nor host of the request are what it called, so the address
 * begins with what is configured; its query is tried as it came and sorted, with and without the
 * port, since both are seen.
 */
final class TwilioSignature {
  private static final String ALGORITHM = "HmacSHA1";
  private static final String HEADER = "X-Twilio-Signature";
  private static final int LONGEST = 100;

  private final String token;
  private final String publicUrl;

  TwilioSignature(String token, String publicUrl) {
    this.token = token;
    this.publicUrl = publicUrl;
  }

  boolean fits(CallbackRequest request) {
    String given = request.header(HEADER).trim();
    if (token.isEmpty() || given.isEmpty() || given.length() > LONGEST) {
      return false;
    }
    byte[] signature = given.getBytes(StandardCharsets.UTF_8);
    boolean fits = false;
    for (String url : urls(request.target)) {
      byte[] expected = of(url, request.form).getBytes(StandardCharsets.UTF_8);
      fits |= MessageDigest.isEqual(expected, signature);
    }
    return fits;
  }

  private Set<String> urls(String target) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    Set<String> targets = new LinkedHashSet<>();
    targets.add(target);
    if (query >= 0) {
      String[] fields = target.substring(query + 1).split("&");
      Arrays.sort(fields);
      targets.add(path + '?' + String.join("&", fields));
    }
    Set<String> urls = new LinkedHashSet<>();
    for (String each : targets) {
      urls.add(publicUrl + each);
      urls.add(withPort() + each);
      urls.add(publicUrl.replaceFirst(":(443|80)$", "") + each);
    }
    return urls;
  }

  private String withPort() {
    boolean named = publicUrl.matches("https?://[^/]*:\\d+(/.*)?");
    if (named) {
      return publicUrl;
    }
    String port = publicUrl.startsWith("https:") ? ":443" : ":80";
    int path = publicUrl.indexOf('/', publicUrl.indexOf("//") + 2);
    return path < 0
        ? publicUrl + port
        : publicUrl.substring(0, path) + port + publicUrl.substring(path);
  }

  String of(String url, Map<String, String> form) {
    StringBuilder text = new StringBuilder(url);
    form.forEach((name, value) -> text.append(name).append(value)); // sorted by name
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, e);
    }
  }
}
