package org.postpurchase.demo;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody signed in to the admin, with nothing but HTTP. */
final class Merchant {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrfToken\" value=\"([^\"]+)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\"[^>]*? name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final Pattern CHECKED =
      Pattern.compile(
          "<input type=\"radio\"[^>]*? value=\"([^\"]*)\"[^>]*? name=\"([^\"]+)\"[^>]*? checked");
  private static final Pattern TEXT =
      Pattern.compile("<input type=\"text\"[^>]*? name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final Pattern SELECT =
      Pattern.compile(
          "<select[^>]*? name=\"([^\"]+)\"[^>]*>[^~]*?<option[^>]*? value=\"([^\"]*)\"[^>]*?"
              + " selected");
  private static final Pattern AREA =
      Pattern.compile("<textarea[^>]*? name=\"([^\"]+)\"[^>]*>(.*?)</textarea>", Pattern.DOTALL);

  private final ShopDriver browser;
  private final String token;

  private Merchant(ShopDriver browser, String token) {
    this.browser = browser;
    this.token = token;
  }

  static Merchant signIn(URI shop, String user) {
    ShopDriver browser = new ShopDriver(shop);
    Matcher token = TOKEN.matcher(browser.get("/admin/login").body());
    if (!token.find()) {
      throw new AssertionError("the admin's login page has no token");
    }
    Merchant merchant = new Merchant(browser, token.group(1));
    HttpResponse<String> answer =
        merchant.post("/admin/login_admin_post", Map.of("j_username", user, "j_password", user));
    if (!answer.headers().firstValue("Location").orElse("").contains("loginSuccess")) {
      throw new AssertionError(user + " could not sign in: " + answer.statusCode());
    }
    return merchant;
  }

  HttpResponse<String> get(String path) {
    return browser.get(path);
  }

  HttpResponse<String> post(String path, Map<String, String> fields) {
    Map<String, String> form = new LinkedHashMap<>(fields);
    form.put("csrfToken", token);
    return browser.post(path, form);
  }

  /** Sends a form as another site would: with these fields and no token of this session. */
  HttpResponse<String> forged(String path, Map<String, String> fields) {
    return browser.post(path, fields);
  }

  /** The field that shows that a form is from this session. */
  Map<String, String> token() {
    return Map.of("csrfToken", token);
  }

  /** What the form on that page would send if nothing was changed. */
  Map<String, String> form(String path) {
    String page = get(path).body();
    Map<String, String> form = new LinkedHashMap<>();
    collect(form, HIDDEN.matcher(page), 1, 2);
    collect(form, CHECKED.matcher(page), 2, 1);
    collect(form, TEXT.matcher(page), 1, 2);
    collect(form, SELECT.matcher(page), 1, 2);
    collect(form, AREA.matcher(page), 1, 2);
    form.remove("csrfToken");
    return form;
  }

  /** Path of the series of that name. */
  String series(String name) {
    String list = get("/admin/post-purchase-series").body();
    Matcher link =
        Pattern.compile("/admin/post-purchase-series/(\\d+)\"[^>]*>\\s*" + Pattern.quote(name))
            .matcher(list);
    if (!link.find()) {
      throw new AssertionError("there is no series " + name + " on " + list);
    }
    return "/admin/post-purchase-series/" + link.group(1);
  }

  static String field(String name) {
    return "fields['" + name + "'].value";
  }

  private static void collect(Map<String, String> form, Matcher found, int name, int value) {
    while (found.find()) {
      form.put(plain(found.group(name)), plain(found.group(value)));
    }
  }

  private static String plain(String html) {
    return html.replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
