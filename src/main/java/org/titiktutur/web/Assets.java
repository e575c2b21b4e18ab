package org.titiktutur.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Style sheets, scripts and pictures of the pages, from {@code resources/web}. Their addresses
 * carry a hash of what is in them, so a browser keeps them for ever and never shows an old one.
 */
@Path("/assets")
public final class Assets {

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2",
          "png", "image/png",
          "ico", "image/x-icon");

  private record Asset(String hash, String mediaType, ByteBuffer content) {}

  private final Map<String, Asset> assets = new TreeMap<>();

  /**
   * Reads them all now.
   *
   * @param names of files in {@code resources/web}
   */
  public Assets(String... names) {
    for (String name : names) {
      try (InputStream in = Assets.class.getResourceAsStream("/web/" + name)) {
        if (in == null) {
          throw new IllegalArgumentException("no resources/web/" + name);
        }
        byte[] content = in.readAllBytes();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        assets.put(
            name, new Asset(hash(content), MEDIA_TYPES.get(ending), ByteBuffer.wrap(content)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The path of an asset, to be made an address by {@link Visitor#link}. */
  public String path(String name) {
    Asset asset = assets.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("no asset " + name);
    }
    return "/assets/" + asset.hash() + "/" + name;
  }

  @GET
  @Path("/{hash}/{name}")
  public Response get(@PathParam("hash") String hash, @PathParam("name") String name) {
    Asset asset = assets.get(name);
    if (asset == null || !asset.hash().equals(hash)) {
      throw new ProblemException(ProblemKind.NOT_FOUND);
    }
    return Response.ok(asset.content().array(), asset.mediaType())
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .build();
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
