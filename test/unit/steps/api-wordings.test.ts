// Sentences about APIs and data as people write them in other tools: each must mean one thing here.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { misunderstood } from "./matching.ts";

/** One sentence in each line. */
const more = readFileSync(new URL("api-wordings.txt", import.meta.url), "utf8")
  .trim()
  .split("\n");

test("common wordings of API stories are understood, each in one way", () => {
  expect(more.length).toBeGreaterThan(500);
  expect(misunderstood([...wordings, ...more])).toEqual([]);
});

const wordings = `
I send a GET request to "/x"
I send a "GET" request to "/x?limit=2"
I send GET request to "/x"
I send an HTTP GET request to "/x"
I send a GET to "/x"
I make a GET request to "/x"
I make an OPTIONS request to "/x"
I perform a DELETE request on "/x"
I perform a GET request to "/x"
I issue a PUT request to "/x"
I GET /x
I GET "/x"
I DELETE /api/books/1
I POST to "/x" with JSON:
I POST to "/x" with the following body:
I POST "/x" with the JSON payload:
I call "/x"
I request "/x"
I request "/x" using HTTP POST
I send a request to "/x"
a GET request is sent to "/x"
a POST request is made to "/x" with the following JSON body:
I send a POST request to "/x" with payload:
I send a POST request to "/x" with the following payload:
I send a POST request to "/x" with JSON:
I send a POST request to "/x" with the JSON body:
I send a POST request to "/x" with JSON body:
I send a POST request to "/x" with the following data:
I send a POST request to "/x" with body:
I send a POST request to "/x" with body '{"a":1}'
I send a POST request to "/x" with the file "files/a.json"
I send a POST request to "/x" with the body from file "files/a.json"
I send a POST request to "/x" with the payload from the file "files/a.json"
I send a POST request to "/x" with form data:
I send a POST request to "/x" with the following form parameters:
I send a POST request to "/x" with multipart form data:
I send a GET request to "/x" with the following headers:
I send a GET request to "/x" with the header "Accept" set to "text/csv"
I send a GET request to "/x" with query parameters:
I send a GET request to "/x" with parameters:
I submit the form to "/x" with:
I post the following JSON to "/x":
I upload the file "files/a.png" to "/x" as "picture"
I set the request body to:
I set the JSON body to:
I set the header "Accept" to "text/csv"
I set the "Accept" header to "text/csv"
I set "Accept" header to "text/csv"
I add "Accept" header equal to "text/csv"
I add the header "X-A" with the value "1"
I set the following headers:
I set the following request headers:
I set the query parameters:
I set the query parameter "limit" to "10"
I use the payload from file "files/a.json"
I use the following JSON body:
I have the following JSON payload:
the request body is:
the request payload is:
the header "Authorization" is set to "Bearer x"
the request header "Accept" is "text/csv"
the "Accept" request header is "text/csv"
the following query parameters are set:
the following headers are set:
I do not follow redirects
I follow the redirect
I repeat the request
I repeat the last request
I repeat the request with its ETag
I repeat the request until the response status is 200 within 5 seconds
I retry the request until the response "status" is "done"
I send a GET request to "/x" until the response field "status" is "paid" within 5 seconds
I send a GET request to "/x" until the status is 200
I wait until a GET request to "/health" returns 200
I wait until a GET request to "/health" answers 200 within 10 seconds
I am authenticated with the token "t"
I am signed in with the token "t"
I authenticate with the bearer token "t"
I have a valid token "t"
I use the bearer token "t"
I use basic auth with user "ada" and password "pw"
I am authenticated with basic auth with user "ada" and password "pw"
I have basic authentication credentials "ada" and "pw"
I authenticate as "ada" with password "pw"
I use the API key "k" in the header "X-Key"
I use the API key "k"
I am not authenticated
I am anonymous
Alice is not signed in
the customer is without authentication
I have the cookie "a" with the value "b"
I set the cookie "a" to "b"
the response status is 200 OK
the response status code is 200
the response status code should be 200
the HTTP status code should be "200"
the HTTP response status code is 201 Created
the status code should be 404
the status should not be 500
the response status should be one of 200, 201
response code should be 200
the response code should be 200
response status code should be 200
status 200
method GET
method post
url "http://localhost/x"
path "books"
param limit = 10
param "limit" is "10"
header Accept = "text/csv"
request:
I should get a 404
I should get a 404 error
I should get a 404 Not Found
I should receive a 200 response
I receive a 200 response
I get a 201
I should get status code 404
I should receive an HTTP 404
the request should fail with 404
the request should fail with a 404 error
the request should fail with status 404
the response should return 200
the API should respond with 404
the server should respond with a 503
the response should have status 200
the response should have a status code of 200
the request should succeed
the request should fail
the response should be successful
the response is success
the request was successful
the response should be a client error
the response should not be a server error
the response should be a redirect
the response time should be less than 500 ms
the response time should be below 2 seconds
the response time is under 300ms
the response should arrive within 2 seconds
I should receive a response within 2 seconds
the response header "X-A" should be "b"
the response header "X-A" should exist
the response header "X-A" should not exist
response header "X-A" should be "b"
the header "X-A" should be equal to "b"
the header "X-A" should contain "b"
the "X-A" response header is "b"
the "X-A" response header exists
the "Content-Type" header should contain "json"
the response should have the header "X-A"
the response should have a "X-A" header
the response should not have the header "X-A"
the response should have the header "X-A" with value "b"
the response should have the following headers:
the response headers should contain:
the content type should be "application/json"
the response content type should be "application/json"
the response Content-Type should contain "json"
the response should be JSON
the response should be in JSON
the response should be valid JSON
the response body should be valid JSON
response body should be valid JSON
the response should be XML
the response should be HTML
the response should be plain text
the response should not be HTML
the response should be cacheable
the response should not be cacheable
the response should expire in 1 hour
the response should have an ETag
the response should be encoded in "utf-8"
the response should be compressed
the response should redirect to "/x"
the request should redirect to "/x"
the response should set the cookie "sid"
the response should set a cookie "sid"
the cookie "sid" should be HttpOnly
the cookie "sid" should not be Secure
the cookie "sid" should expire in 1 hour
the response cookie "sid" should be "abc"
I should have a cookie "sid"
the JSON node "a.b" should be equal to "x"
the JSON node "a" should exist
the JSON node "a" should not exist
the JSON node "a" should have 3 elements
the JSON node "a" should be null
the JSON node "a" should match "/^x/"
the JSON path "$.a" should be 1
the JSON field "a" should contain "x"
the JSON property "a" should be true
the response "a.b" is equal to "x"
the response "a" has length 3
the response "a" should be "x"
the response property "x" is 3
the response field "a" should be a uuid
the response body path "$.a" should be "x"
the response path "$.a" should be greater than 5
the field "a" should be "x"
the "a" field of the response should be "x"
the value of "a" in the response should be "x"
the response body should contain "x"
response body should contain "x"
the response should contain "x"
the body should contain "x"
the response has 3 items
the response should have 3 items
the response should be empty
the response should be an empty list
the response body is an empty array
the response "items" should be an empty list
the response should contain the field "a"
the response should have the property "a"
the response should have a "a" field
the response should not have the key "a"
the response should contain the field "a" with value "b"
the response should have the fields:
the response should have the following fields:
the response should contain the following keys:
the response should not have the fields:
the response should have values:
the JSON nodes should be equal to:
every "price" in the response should be greater than 0
each item's "price" should be greater than 0
every item in the response should be an object
each item's "id" in the response "items" should be a uuid
the response should contain an item with:
the response "items" should contain an item with:
the response should not contain an item with:
the response should contain the rows:
the response should contain the following items:
the response should be a list of:
the response should be the following list:
the response should be the following rows in any order:
the response should be sorted by "x"
the response should be sorted by "x" descending
the response should be ordered by "x" in ascending order
the response "items" should be sorted by "x" desc
the response should have no duplicates
each item's "id" should be unique
the response should match JSON:
the response body should match the following JSON:
the response should contain JSON:
the response body contains JSON:
the response should be JSON:
the response should equal JSON:
the response should be exactly JSON:
the response should contain JSON in any order:
the response should not match JSON:
the response "items" should match JSON:
the response should match the JSON in file "files/a.json"
the response should match the JSON in the file "files/a.json"
the response body should be equal to the file "files/a.txt"
the JSON should be equal to:
the JSON response should match:
the response body is:
the response body should be:
the response body should contain:
the response should be:
the response should match the JSON schema:
the response should match the schema:
the JSON should be valid according to this schema:
the JSON should be valid according to the schema "files/s.json"
the response should match the schema in file "files/s.json"
the response should match the JSON schema from the file "files/s.json"
the response should be valid according to schema file "files/s.json"
the response should comply with the OpenAPI document at "/openapi.json"
the response body complies with the OAS schema at "/openapi.json"
the response should match the OpenAPI spec "openapi.yaml"
the response should conform to the OpenAPI specification in "openapi.yaml"
the XML element "//a" should be equal to "x"
the XML node "/a/b" should exist
the XPath "//a" should be "x"
the XML attribute "id" on element "//a" should be equal to "x"
the XML should have 3 elements "//a"
the CSV should have 3 rows
the CSV should have 2 columns
the CSV column "title" should contain "Emma"
the CSV cell "title" in row 2 should be "Emma"
the CSV should contain the rows:
the CSV should have the columns:
the HTML title should be "Books"
the response should have 3 lines
line 1 of the response should be "x"
the response body size should be less than 1000
I send the GraphQL query:
I send a GraphQL query:
I run the following GraphQL mutation:
I send the GraphQL query to "/api/graphql":
the GraphQL variables are:
the GraphQL operation is "Find"
the GraphQL response should have no errors
the GraphQL response should not have errors
the GraphQL response should have an error containing "not found"
the GraphQL data "book.title" should be "Emma"
I remember the response field "id" as "id"
I store the value of body path "$.id" as "id"
I store the value of the response path "id" as "id"
I save the response "id" as "id"
I save "id" from the response as "id"
I store the response header "Location" as "where"
I save the "Location" header as "where"
I remember the response cookie "sid" as "sid"
I remember the response status as "status"
I save the response as "all"
I store the response body as "all"
I remember from the response:
the response "a" should be 1e5
I set the Authorization header to "Bearer x"
I set Accept header to "application/json"
the Content-Type header should be "application/json"
response header Server should exist
I set the bearer token to "x"
the response array should have 3 items
the response "name" field should be "x"
the response should have status code 200
the response should take less than 500 ms
I send a PATCH request to /x with the JSON:
`
  .trim()
  .split("\n");
