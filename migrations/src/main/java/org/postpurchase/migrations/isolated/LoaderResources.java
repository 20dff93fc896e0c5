package org.postpurchase.migrations.isolated;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.URIResource;

/** Finds change logs and Liquibase's own files in the loader that defined this class. */
final class LoaderResources extends AbstractResourceAccessor {
  @Override
  public List<Resource> search(String path, boolean recursive) {
    return Collections.emptyList();
  }

  @Override
  public List<Resource> getAll(String path) throws IOException {
    String name = path.replaceFirst("^/+", "");
    List<Resource> found = new ArrayList<>();
    for (URL url : Collections.list(LoaderResources.class.getClassLoader().getResources(name))) {
      found.add(new LoaderResource(name, url));
    }
    return found.isEmpty() ? null : found;
  }

  @Override
  public List<String> describeLocations() {
    return Collections.singletonList("the post-purchase-migrations jar");
  }

  @Override
  public void close() {}

  /** The URL keeps its handler, which a URI would lose. */
  private static final class LoaderResource extends URIResource {
    private final URL url;

    LoaderResource(String name, URL url) {
      super(name, URI.create("pp-nested:/" + name));
      this.url = url;
    }

    @Override
    public InputStream openInputStream() throws IOException {
      return url.openStream();
    }
  }
}
