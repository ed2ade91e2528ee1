import { describe, expect, test } from '@jest/globals';

import { strangeSuccess } from '../../../../src/gitlab/responses/success.js';

const json = { 'content-type': 'application/json' };

describe('a success that GitLab sends', () => {
  test.each([
    { method: 'GET', status: 200 },
    { method: 'POST', status: 200 },
    { method: 'POST', status: 201 },
    { method: 'PUT', status: 200 },
  ] as const)('has the status $status after $method', ({ method, status }) => {
    expect(strangeSuccess(method, { status, headers: json })).toBeUndefined();
  });

  test.each([202, 203, 204, 205, 206, 207, 208, 226, 299])('never has the status %i', (status) => {
    expect(strangeSuccess('GET', { status, headers: json })).toBe('GitLab answers such a request with 200');
    expect(strangeSuccess('POST', { status, headers: json })).toBe(
      'GitLab answers such a request with 200 or 201',
    );
  });

  test('is no 201 where nothing was created', () => {
    expect(strangeSuccess('GET', { status: 201, headers: json })).toBeDefined();
  });

  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;charset=UTF-8',
    ' application/json ',
    '',
  ])('has the content type %j', (type) => {
    expect(strangeSuccess('GET', { status: 200, headers: { 'content-type': type } })).toBeUndefined();
    expect(strangeSuccess('POST', { status: 201, headers: { 'content-type': type } })).toBeUndefined();
  });

  test('may have lost its content type on the way', () => {
    expect(strangeSuccess('GET', { status: 200, headers: {} })).toBeUndefined();
  });

  test.each([
    'text/html',
    'text/html; charset=utf-8',
    'text/plain',
    'text/json',
    'application/jsonp',
    'application/json-seq',
    'application/problem+json',
    'application/octet-stream',
    'text/html, application/json',
    'json',
  ])('never has the content type %j', (type) => {
    const why = 'its content type is not the one of GitLab (application/json)';
    expect(strangeSuccess('GET', { status: 200, headers: { 'content-type': type } })).toBe(why);
    expect(strangeSuccess('POST', { status: 201, headers: { 'content-type': type } })).toBe(why);
  });
});
